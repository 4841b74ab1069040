Option Explicit
' The way from a cell to kpixl and back. Windows starts one Python for all workbooks of a user when the first
' function is computed (see KpixlStart); it ends with Excel.

Private Const PYTHON_FUNCTIONS As String = "kpixl.hosts.excel.udf"
Private Const SECONDS_BETWEEN_STARTS As Long = 30
Private Const LONG_RANGE As Long = 10000

Private pythonServer As Object
Private notBefore As Date
Private whyNot As String

' What a function gives; `question` is its name and its arguments. Without Python the answer is #NAME?, as it is
' without the functions.
Public Function KpixlAnswer(ByVal question As Variant) As Variant
    Dim answer As Variant
    If KpixlAsked(PYTHON_FUNCTIONS, "answer", question, Nothing, answer) Then
        KpixlAnswer = KpixlResult(answer)
    Else
        KpixlAnswer = CVErr(2029)
    End If
End Function

' Whether Python could be asked. A Python that is gone is started once more; one that does not start is left
' alone for a while, so that a sheet with thousands of calls does not wait for each of them.
Public Function KpixlAsked(ByVal pythonModule As String, ByVal what As String, ByVal question As Variant, _
                           ByVal book As Object, ByRef answer As Variant) As Boolean
    Dim attempt As Long
    If Now < notBefore Then Exit Function
    For attempt = 1 To 2
        If KpixlTry(pythonModule, what, question, book, answer) Then
            KpixlAsked = True
            Exit Function
        End If
        Set pythonServer = Nothing
    Next attempt
    notBefore = Now + SECONDS_BETWEEN_STARTS / 86400
End Function

Private Function KpixlTry(ByVal pythonModule As String, ByVal what As String, ByVal question As Variant, _
                          ByVal book As Object, ByRef answer As Variant) As Boolean
    On Error GoTo failed
    If pythonServer Is Nothing Then Set pythonServer = KpixlStartPython()
    ' values in parentheses: not references to them, which Python would take for results to fill in
    If book Is Nothing Then
        answer = pythonServer.CallUDF((pythonModule), (what), (question))
    Else
        answer = pythonServer.CallUDF((pythonModule), (what), (question), book)
    End If
    KpixlTry = True
    Exit Function
failed:
    whyNot = Err.Description
End Function

' Somebody pressed a button: try to start Python again at once.
Public Sub KpixlTryAgain()
    notBefore = 0
End Sub

Public Function KpixlWhyNot() As String
    KpixlWhyNot = whyNot
End Function

' The values of an argument: a range's are taken with one call, and dates are numbers.
Public Function KpixlCells(Optional ByVal argument As Variant) As Variant
    If IsMissing(argument) Then
        KpixlCells = Empty
    ElseIf IsObject(argument) Then
        KpixlCells = KpixlRangeCells(argument)
    Else
        KpixlCells = argument
    End If
End Function

Private Function KpixlRangeCells(ByVal area As Object) As Variant
    Dim lastRow As Long
    If area.Areas.Count > 1 Then
        KpixlRangeCells = CVErr(2015)
        Exit Function
    End If
    If area.Rows.Count > LONG_RANGE Then ' a whole column: only as far as the sheet is in use
        With area.Worksheet.UsedRange
            lastRow = .Row + .Rows.Count - 1
        End With
        If lastRow < area.Row Then lastRow = area.Row
        If lastRow < area.Row + area.Rows.Count - 1 Then Set area = area.Resize(lastRow - area.Row + 1)
    End If
    KpixlRangeCells = area.Value2
End Function

' An answer with its errors as errors.
Private Function KpixlResult(ByVal answer As Variant) As Variant
    Dim row As Long, column As Long
    Select Case KpixlDimensions(answer)
        Case 0
            KpixlResult = KpixlCell(answer)
            Exit Function
        Case 1
            If IsArray(answer(LBound(answer))) Then
                KpixlResult = KpixlRows(answer)
                Exit Function
            End If
            For column = LBound(answer) To UBound(answer)
                answer(column) = KpixlCell(answer(column))
            Next column
        Case Else
            For row = LBound(answer, 1) To UBound(answer, 1)
                For column = LBound(answer, 2) To UBound(answer, 2)
                    answer(row, column) = KpixlCell(answer(row, column))
                Next column
            Next row
    End Select
    KpixlResult = answer
End Function

' LibreOffice, which can run this too, hands rows over as arrays within an array.
Private Function KpixlRows(ByVal answer As Variant) As Variant
    Dim result() As Variant, cells As Variant, row As Long, column As Long
    cells = answer(LBound(answer))
    ReDim result(LBound(answer) To UBound(answer), LBound(cells) To UBound(cells))
    For row = LBound(answer) To UBound(answer)
        cells = answer(row)
        For column = LBound(cells) To UBound(cells)
            result(row, column) = KpixlCell(cells(column))
        Next column
    Next row
    KpixlRows = result
End Function

' Python marks errors with Chr(26) and their number, and texts that begin like that with Chr(26) and T.
Private Function KpixlCell(ByVal cell As Variant) As Variant
    KpixlCell = cell
    If VarType(cell) <> vbString Then Exit Function
    If Left$(cell, 1) <> Chr$(26) Then Exit Function
    If Mid$(cell, 2, 1) = "T" Then
        KpixlCell = Mid$(cell, 3)
    Else
        KpixlCell = CVErr(CLng(Mid$(cell, 2)))
    End If
End Function

Private Function KpixlDimensions(ByVal cells As Variant) As Long
    Dim bound As Long, found As Long
    On Error GoTo counted
    For found = 0 To 2
        bound = UBound(cells, found + 1)
    Next found
counted:
    KpixlDimensions = found
End Function

' A text in which \u and four digits stand for a character that a source cannot hold.
Public Function KpixlText(ByVal escaped As String) As String
    Dim place As Long, found As String
    place = InStr(escaped, "\u")
    Do While place > 0
        found = found & Left$(escaped, place - 1) & ChrW$(CLng("&H" & Mid$(escaped, place + 2, 4)) And &HFFFF&)
        escaped = Mid$(escaped, place + 6)
        place = InStr(escaped, "\u")
    Loop
    KpixlText = found & escaped
End Function

' Excel refuses this for a workbook without a window, such as an add-in; the function works all the same.
Public Sub KpixlDescribe(ByVal functionName As String, ByVal description As String)
    On Error Resume Next
    Application.MacroOptions Macro:=functionName, Description:=description
End Sub
