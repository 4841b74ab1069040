#!/usr/bin/env bash
# Draws the pictures of README and docs in both languages: sheets of the sample planner, through LibreOffice, and its
# report. Needs kpixl[report], libreoffice-calc, poppler-utils and a Japanese font; usage: docs/images/render.sh KPIXL
set -euo pipefail
kpixl=${1:-kpixl}
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Yu Gothic is not free; Noto stands in for it
cat > "$work/fonts.conf" <<'XML'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <alias binding="same"><family>Yu Gothic</family><prefer><family>Noto Sans CJK JP</family></prefer></alias>
</fontconfig>
XML

# draw NAME LANGUAGE TAB: the page whose footer is the tab's name
draw() {
    local pdf=$work/planner.$2.pdf page=1
    until pdftotext -f "$page" -l "$page" -layout "$pdf" - | grep -Eq "^ +$3 +[0-9]+ / [0-9]+ *$"; do
        page=$((page + 1))
        pdftotext -f "$page" -l "$page" "$pdf" - > /dev/null 2>&1 || { echo "no page is called $3" >&2; exit 1; }
    done
    pdftoppm -r 90 -f "$page" -l "$page" -png -singlefile "$pdf" "$folder/$1.$2"
}

for language in ja en; do
    "$kpixl" new planner "$work/planner.$language.xlsx" --sample web --lang "$language" > /dev/null
    FONTCONFIG_FILE="$work/fonts.conf" PATH=/usr/bin:/bin soffice "-env:UserInstallation=file://$work/profile" \
        --headless --convert-to pdf --outdir "$work" "$work/planner.$language.xlsx" > /dev/null
    FONTCONFIG_FILE="$work/fonts.conf" "$kpixl" report "$work/planner.$language.xlsx" --out "$work/report.$language.pdf" \
        > /dev/null
    pdftoppm -r 75 -png -singlefile "$work/report.$language.pdf" "$folder/report.$language"
done
draw dashboard ja ダッシュボード
draw dashboard en Dashboard
draw funnel ja 逆算
draw funnel en Funnel
draw monitor ja 監視
draw monitor en Monitor
