"""B11: waivers."""

from __future__ import annotations

from collections.abc import Iterator

from amanah.check.context import Context
from amanah.check.registry import rule
from amanah.course.problem import Problem


@rule(
    "B11",
    severity="error",
    scope="all",
    id={
        "unknown": "{code}: tidak ada aturan {rule} yang dapat dikecualikan; mungkin {near}?",
        "not-waivable": "{code}: {rule} bukan peringatan, jadi tidak dapat dikecualikan; betulkan soalnya",
        "no-reason": "{code}: pengecualian {rule} tidak menyebut alasan; tulis alasannya",
        "unused": "{code}: pengecualian {rule} tidak diperlukan lagi; hapus",
    },
    en={
        "unknown": "{code}: there is no rule {rule} to waive; did you mean {near}?",
        "not-waivable": "{code}: {rule} is not a warning and cannot be waived; mend the item",
        "no-reason": "{code}: the waiver of {rule} gives no reason; write it",
        "unused": "{code}: the waiver of {rule} is no longer needed; delete it",
    },
)
def waivers(context: Context) -> Iterator[Problem]:
    """A waiver names a rule that warns, gives its reason, and is still needed.

    `waive: {K11: "the case borrows the words on purpose"}` lets one warning pass on one item. Whether it is needed
    shows only when every other rule has spoken, so the check itself gathers the findings of this rule.

    Bad: `waive: {K11: ""}`
    Good: `waive: {K11: "the distractor quotes the norm that does not apply here"}`
    """
    return iter(())
