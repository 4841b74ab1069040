Option Explicit
' xlwings' library starts Python and hands its object over, without an entry in the registry.

#If Win64 Then
    Private Declare PtrSafe Function KpixlActivate Lib "xlwings64-{version}.dll" Alias "XLPyDLLActivateAuto" _
        (ByRef result As Variant, Optional ByVal config As String = "", Optional ByVal mode As Long = 1) As Long
#Else
    Private Declare PtrSafe Function KpixlActivate Lib "xlwings32-{version}.dll" Alias "XLPyDLLActivateAuto" _
        (ByRef result As Variant, Optional ByVal config As String = "", Optional ByVal mode As Long = 1) As Long
#End If
Private Declare PtrSafe Function KpixlLoad Lib "kernel32" Alias "LoadLibraryA" (ByVal file As String) As LongPtr

Public Function KpixlStartPython() As Object
    Dim folder As String, command As String, result As Variant
    folder = {folder}
    command = {command}
    #If Win64 Then
        KpixlLoad folder & "\xlwings64-{version}.dll"
    #Else
        KpixlLoad folder & "\xlwings32-{version}.dll"
    #End If
    If KpixlActivate(result, command, 1) <> 0 Then Err.Raise 1000, "kpixl", result
    Set KpixlStartPython = result
End Function
