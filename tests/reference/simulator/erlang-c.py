"""Waits of M/M/c queues, by the plain sum and by exact fractions. Python 3, standard library only: python3 erlang-c.py > erlang-c.json"""
import json
from fractions import Fraction
from math import factorial

CASES = [(1, "1/2"), (2, "1"), (3, "2"), (5, "4"), (10, "8"), (10, "9"), (20, "18"), (55, "50"), (4, "5/2"), (120, "110")]


def waits(people, load):
    """Probability to wait: last term of the sum over (sum of the others + last term)."""
    last = load**people / factorial(people) * Fraction(people) / (people - load)
    return last / (sum(load**k / Fraction(factorial(k)) for k in range(people)) + last)


rows = []
for people, text in CASES:
    load = Fraction(text)
    share = waits(people, load)
    rows.append({"people": people, "load": float(load), "waits": float(share), "meanWait": float(share / (people - load))})
print(json.dumps({"cases": rows}, indent=1))
