"""Rules as sentences, read from Japanese or English and written in either.

A sentence is a handful of phrases in any order: a limit (達成率70%未満, below 70%), periods running
(2ヶ月連続で, for 2 months), a checkpoint (月の2週目終了時点で, at the end of week 2), a change
(変動, change of) or a miss (未達, missed). Each language lists its phrases; putting them together is the
same for both. Words are the arguments here, as numbers are elsewhere in the domain; texts for people stay in
`kpixl.i18n`.
"""

from kpixl.domain.rule_sentences.reading import read_rule
from kpixl.domain.rule_sentences.writing import write_rule

__all__ = ["read_rule", "write_rule"]
