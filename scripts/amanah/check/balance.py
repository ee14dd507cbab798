"""The chances behind K13 to K15 and M03: how likely is it that keys fall like this by luck alone?"""

from __future__ import annotations

import math
from collections.abc import Sequence


def chi_square_tail(statistic: float, freedom: int) -> float:
    """P(X² >= statistic) with 1 or more degrees of freedom; exact, by the recurrence of the upper gamma function."""
    if statistic <= 0:
        return 1.0
    half = statistic / 2
    tail, start = (math.exp(-half), 2) if freedom % 2 == 0 else (math.erfc(math.sqrt(half)), 1)
    for degrees in range(start, freedom, 2):
        tail += math.exp(degrees / 2 * math.log(half) - half - math.lgamma(degrees / 2 + 1))
    return min(tail, 1.0)


def uneven(observed: Sequence[int], expected: Sequence[float]) -> float:
    """The chance that counts are this far from what is expected (Pearson's test)."""
    statistic = sum((o - e) ** 2 / e for o, e in zip(observed, expected, strict=True) if e > 0)
    return chi_square_tail(statistic, sum(e > 0 for e in expected) - 1)


def binomial_two_sided(hits: int, trials: int) -> float:
    """The chance of a split at least as lopsided as this one when both sides are equally likely (exact)."""
    far = max(hits, trials - hits)
    tail = sum(math.comb(trials, count) for count in range(far, trials + 1)) / float(2**trials)
    return min(1.0, 2.0 * tail)


def longest_run(keys: Sequence[int]) -> tuple[int, int]:
    """(start, length) of the longest row of equal keys."""
    best, start = (0, 0), 0
    for index in range(1, len(keys) + 1):
        if index == len(keys) or keys[index] != keys[start]:
            if index - start > best[1]:
                best = (start, index - start)
            start = index
    return best


def repeating(keys: Sequence[int], repeats: int = 6, longest: int = 5) -> tuple[int, int, int] | None:
    """(start, length, period) of the first stretch that repeats itself, such as a b c a b c a b c.

    A stretch counts once ``repeats`` keys in a row equal the key one period before them: with four options luck does
    that in fewer than 1 of 100 banks of 24 items for each period, while "abcabc" alone turns up in a third of them.
    """
    for period in range(2, longest + 1):
        same = 0
        for index in range(period, len(keys) + 1):
            if index < len(keys) and keys[index] == keys[index - period]:
                same += 1
                continue
            start = index - same - period
            if same >= repeats and len(set(keys[start : start + period])) > 1:
                return start, same + period, period
            same = 0
    return None


def as_likely(hits: int, chances: Sequence[float]) -> float:
    """The chance of at least this many hits, one trial for each of the chances.

    Exact (Poisson's binomial) up to 200 trials; with more the normal curve is as good and takes no time.
    """
    mean = sum(chances)
    if hits <= mean:
        return 1.0
    if len(chances) > 200:
        spread = math.sqrt(sum(chance * (1 - chance) for chance in chances))
        return 0.5 * math.erfc((hits - 0.5 - mean) / spread / math.sqrt(2)) if spread else 0.0
    exactly = [1.0]
    for chance in chances:
        longer = [*exactly, 0.0]
        exactly = [longer[n] * (1 - chance) + (longer[n - 1] * chance if n else 0.0) for n in range(len(longer))]
    return min(1.0, sum(exactly[hits:]))
