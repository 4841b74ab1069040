Option Explicit

Public Function KpixlStartPython() As Object
    Set KpixlStartPython = CreateObject("Kpixl.Excel")
End Function
