"""The types that function signatures are written in; each carries its unit and bounds.

`Vector[Rate]` is a tuple of floats from 0 to 1 that came from one row or one column; in `Vector[Rate | None]`
blanks may stand (trailing ones are cut all the same). `Table[AnyCell]` is a tuple of rows of raw cells.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar, Union

from kpixl.functions.spec import FreeText, Mixed, Number, Shape, Truth

T = TypeVar("T")

Vector = Annotated[tuple[T, ...], Shape.VECTOR]
Row = Annotated[tuple[T, ...], Shape.ROW]
Column = Annotated[tuple[T, ...], Shape.COLUMN]
Table = Annotated[tuple[tuple[T, ...], ...], Shape.TABLE]

Count = Annotated[float, Number("count", low=0)]
AnyCount = Annotated[float, Number("count")]
Cases = Annotated[float, Number("count", low=0, high=1e12)]  # single cases, of which chance decides each
Money = Annotated[float, Number("money", low=0)]
Price = Annotated[float, Number("money", low=0, low_open=True)]
Rate = Annotated[float, Number("rate", low=0, high=1)]
PositiveRate = Annotated[float, Number("rate", low=0, high=1, low_open=True)]
Confidence = Annotated[float, Number("rate", low=0, high=1, low_open=True, high_open=True)]
Weight = Annotated[float, Number("number", low=0)]
Amount = Annotated[float, Number("number")]
Target = Annotated[float, Number("number", low=0)]
Periods = Annotated[float, Number("periods", low=0)]
Ratio = Annotated[float, Number("ratio")]
GrowthFactor = Annotated[float, Number("ratio", low=0)]
Threshold = Annotated[float, Number("ratio", low=0, low_open=True)]
Step = Annotated[float, Number("number", low=1)]
StartMonth = Annotated[float, Number("number", low=1, high=12)]
Yen = Annotated[float, Number("money", low=-1e16, high=1e16, low_open=True, high_open=True)]
Level = Annotated[float, Number("level", low=0, high=3)]
Words = Annotated[str, FreeText()]
Flag = Annotated[bool, Truth()]
AnyCell = Annotated[Union[str, float, bool, None], Mixed()]
Date = Annotated[float, Number("date", low=0, high=2958465)]  # to the end of the year 9999
Days = Annotated[float, Number("days", low=0)]
Year = Annotated[float, Number("number", low=1986, high=2099)]  # for which holidays are known
GateWeek = Annotated[float, Number("number", low=1, high=3)]
Horizon = Annotated[float, Number("periods", low=1, high=10000)]
Season = Annotated[float, Number("periods", low=1)]
Serial = Annotated[float, Number("date")]
Factor = Annotated[float, Number("number", low=0)]
Positive = Annotated[float, Number("number", low=0, low_open=True)]
DiscountRate = Annotated[float, Number("rate", low=0)]
Lag = Annotated[float, Number("periods", low=0, high=366)]
SurveyScore = Annotated[float, Number("number", low=0, high=10)]
WordsOrNumber = Annotated[Union[str, float], Mixed()]

Direction = Literal["higher", "lower"]
LabelLanguage = Literal["ja", "en"]
