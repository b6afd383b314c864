"""The functions of pdfium that are called thousands of times on a page.

ctypes converts and checks every argument of a generated binding, which costs more than the call. The prototypes here
take handles and addresses as plain integers and keep the interpreter's lock (pdfium must never run in two threads), so
that ``map`` can drive them over a whole page: a third of the time for each character.
"""

import ctypes
from typing import Any

from pypdfium2 import raw


def handle(pointer: Any) -> int:  # noqa: ANN401 - a ctypes pointer or function
    """The address that a pointer or function of pypdfium2 holds."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _fast(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes' functions have no static type
    """The exported ``function`` with the plainest prototype that fits it."""
    return ctypes.PYFUNCTYPE(result, *arguments)(handle(function))


_INT = ctypes.c_int
_POINTER = ctypes.c_void_p
_FLOAT = ctypes.c_float

# characters: (text page, index, ...)
count_characters = _fast(raw.FPDFText_CountChars, _INT, _POINTER)
characters = _fast(raw.FPDFText_GetText, _INT, _POINTER, _INT, _INT, _POINTER)
loose_box = _fast(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
unicode_at = _fast(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
object_at = _fast(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
angle_at = _fast(raw.FPDFText_GetCharAngle, _FLOAT, _POINTER, _INT)
char_origin = _fast(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)

# objects: (page or form, index) and (object, addresses of results ...)
object_on_page = _fast(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
object_in_form = _fast(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
count_on_page = _fast(raw.FPDFPage_CountObjects, _INT, _POINTER)
count_in_form = _fast(raw.FPDFFormObj_CountObjects, _INT, _POINTER)
object_type = _fast(raw.FPDFPageObj_GetType, _INT, _POINTER)
bounds = _fast(raw.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
matrix = _fast(raw.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
fill_colour = _fast(raw.FPDFPageObj_GetFillColor, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
stroke_colour = _fast(raw.FPDFPageObj_GetStrokeColor, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
draw_mode = _fast(raw.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
count_segments = _fast(raw.FPDFPath_CountSegments, _INT, _POINTER)
segment = _fast(raw.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
segment_type = _fast(raw.FPDFPathSegment_GetType, _INT, _POINTER)
segment_closes = _fast(raw.FPDFPathSegment_GetClose, _INT, _POINTER)
segment_point = _fast(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)

# text objects and their fonts
font_of = _fast(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
font_size = _fast(raw.FPDFTextObj_GetFontSize, _INT, _POINTER, _POINTER)
render_mode = _fast(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
font_flags = _fast(raw.FPDFFont_GetFlags, _INT, _POINTER)
font_name = _fast(raw.FPDFFont_GetBaseFontName, ctypes.c_ulong, _POINTER, _POINTER, ctypes.c_ulong)
