"""Reference values for the division of a difference, by means other than those of the program.

mix and rate: replacement order by order (Kitagawa 1955; Das Gupta 1978): the average is recomputed with one factor after the
other replaced, over both orders, and the moves are averaged. By group: the same with the factors of one group alone, and the
mix told against the mean of both averages.
causes: the mean move over every order of the causes, order by order (Shapley 1953).
Made with Python 3 and NumPy; run from this folder: python3 change.py > change.json
"""
import itertools
import json
import sys

import numpy as np

rng = np.random.default_rng(20250301)


def average(shares, rates):
    return float(np.dot(shares, rates))


def mix_and_rate(p0, r0, p1, r1):
    mix = ((average(p1, r0) - average(p0, r0)) + (average(p1, r1) - average(p0, r1))) / 2
    rate = ((average(p0, r1) - average(p0, r0)) + (average(p1, r1) - average(p1, r0))) / 2
    middle = (average(p0, r0) + average(p1, r1)) / 2
    groups = []
    for i in range(len(p0)):
        # the product share x (rate - middle) of one group, its two factors replaced in both orders
        product = lambda share, value: share * (value - middle)
        own_mix = ((product(p1[i], r0[i]) - product(p0[i], r0[i])) + (product(p1[i], r1[i]) - product(p0[i], r1[i]))) / 2
        own_rate = ((product(p0[i], r1[i]) - product(p0[i], r0[i])) + (product(p1[i], r1[i]) - product(p1[i], r0[i]))) / 2
        groups.append({"mix": own_mix, "rate": own_rate})
    return {"mix": mix, "rate": rate, "groups": groups}


def shared(figures, causes):
    moves = [[] for _ in range(causes)]
    for order in itertools.permutations(range(causes)):
        held = 0
        for cause in order:
            moves[cause].append(figures[held | (1 << cause)] - figures[held])
            held |= 1 << cause
    return [float(np.mean(own)) for own in moves]


divided = []
for groups in (1, 2, 4, 7):
    p0, p1 = rng.dirichlet(np.ones(groups)), rng.dirichlet(np.ones(groups))
    r0, r1 = rng.random(groups) * 10, rng.random(groups) * 10
    divided.append({"before": {"shares": p0.tolist(), "figures": r0.tolist()}, "after": {"shares": p1.tolist(), "figures": r1.tolist()}, "expected": mix_and_rate(p0, r0, p1, r1)})

# Kitagawa's own layout: two populations of three classes, shares .5/.3/.2 against .2/.3/.5, rates .10/.20/.40 against .12/.18/.50
p0, p1, r0, r1 = np.array([.5, .3, .2]), np.array([.2, .3, .5]), np.array([.10, .20, .40]), np.array([.12, .18, .50])
divided.append({"before": {"shares": p0.tolist(), "figures": r0.tolist()}, "after": {"shares": p1.tolist(), "figures": r1.tolist()}, "expected": mix_and_rate(p0, r0, p1, r1)})

causes = []
for count in (1, 2, 3, 4):
    figures = (rng.random(2 ** count) * 5).tolist()
    causes.append({"figures": figures, "expected": shared(figures, count)})

json.dump({"made": {"numpy": np.__version__, "python": sys.version.split()[0]}, "divided": divided, "causes": causes}, sys.stdout, indent=1)
sys.stdout.write("\n")
