Option Explicit
' The ribbon's tab. What a button does, Python knows; here people are only asked for a file, and told what happened.

Private Const PYTHON_BUTTONS As String = "kpixl.cli.excel"
Private Const LIBRARY_SETTINGS As String = "kpixl"
Private Const ADDIN_FILE As String = "kpixl.xlam"

Private shownRibbon As IRibbonUI

Public Sub KpixlRibbonLoaded(ribbon As IRibbonUI)
    Set shownRibbon = ribbon
End Sub

Public Sub KpixlPressed(control As IRibbonControl)
    KpixlPress control.ID
End Sub

Public Sub KpixlLabel(control As IRibbonControl, ByRef shown As Variant)
    shown = KpixlWords(control.ID & ".label")
End Sub

Public Sub KpixlTip(control As IRibbonControl, ByRef shown As Variant)
    shown = KpixlWords(control.ID & ".tip")
End Sub

Public Sub KpixlExplanation(control As IRibbonControl, ByRef shown As Variant)
    shown = KpixlWords(control.ID & ".explanation")
End Sub

' The add-in shows the tab for every workbook; a workbook's own would be a second one.
Public Sub KpixlTabVisible(control As IRibbonControl, ByRef visible As Variant)
    visible = ThisWorkbook.IsAddin Or Not KpixlAddinIsOpen()
End Sub

Private Function KpixlAddinIsOpen() As Boolean
    Dim book As Object
    On Error Resume Next
    Set book = Workbooks(ADDIN_FILE)
    KpixlAddinIsOpen = Not book Is Nothing
End Function

Public Sub KpixlPress(ByVal button As String)
    Dim file As Variant
    If button = "language" Then
        KpixlSwitchLanguage
        Exit Sub
    End If
    If ActiveWorkbook Is Nothing Then Exit Sub
    Select Case button
        Case "import"
            file = Application.GetOpenFilename("CSV, TSV, Excel, Parquet (*.csv;*.tsv;*.xlsx;*.xlsm;*.parquet)," _
                & "*.csv;*.tsv;*.xlsx;*.xlsm;*.parquet", , KpixlWords("import.tip"))
        Case "report"
            file = Application.GetSaveAsFilename("", "HTML (*.html),*.html,PDF (*.pdf),*.pdf,PowerPoint (*.pptx),*.pptx", _
                , KpixlWords("report.tip"))
        Case "period"
            file = Application.GetSaveAsFilename("", "Excel (*.xlsm),*.xlsm", , KpixlWords("period.tip"))
        Case Else
            file = ""
    End Select
    If VarType(file) = vbBoolean Then Exit Sub ' cancelled
    KpixlDo button, file
End Sub

' Ask Python to do it with the active workbook. The answer is "done", "open" or "refused", a sentence, and what
' to open.
Private Sub KpixlDo(ByVal button As String, ByVal file As Variant)
    Dim said As Variant, first As Long
    KpixlTryAgain
    If Not KpixlAsked(PYTHON_BUTTONS, "pressed", Array(button, KpixlLanguage(), file), ActiveWorkbook, said) Then
        MsgBox KpixlWords("no_python") & vbCrLf & vbCrLf & KpixlWhyNot(), vbExclamation, "kpixl"
        Exit Sub
    End If
    first = LBound(said)
    If said(first) = "open" Then Workbooks.Open said(first + 2)
    MsgBox said(first + 1), IIf(said(first) = "refused", vbExclamation, vbInformation), "kpixl"
End Sub

' The language of the buttons and of what they say, for this user from now on.
Private Sub KpixlSwitchLanguage()
    SaveSetting LIBRARY_SETTINGS, "Excel", "language", IIf(KpixlLanguage() = "ja", "en", "ja")
    If Not shownRibbon Is Nothing Then shownRibbon.Invalidate
End Sub

Public Function KpixlLanguage() As String
    Dim chosen As String
    KpixlLanguage = FIRST_LANGUAGE
    On Error Resume Next
    chosen = GetSetting(LIBRARY_SETTINGS, "Excel", "language", FIRST_LANGUAGE)
    If chosen = "ja" Or chosen = "en" Then KpixlLanguage = chosen
End Function
