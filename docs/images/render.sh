#!/usr/bin/env bash
# Draws the README's pictures: the demo workbook's Monitor sheet in both languages, through LibreOffice.
# Needs libreoffice-calc, poppler-utils and a Japanese font; usage: docs/images/render.sh KPIXL
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

for language in ja en; do
    "$kpixl" demo --lang "$language" --out "$work" > /dev/null
    FONTCONFIG_FILE="$work/fonts.conf" PATH=/usr/bin:/bin soffice "-env:UserInstallation=file://$work/profile" \
        --headless --convert-to pdf --outdir "$work" "$work/kpixl-demo.$language.xlsx" > /dev/null
    pdftoppm -r 90 -f 2 -l 2 -png -singlefile "$work/kpixl-demo.$language.pdf" "$folder/demo.$language"
done
