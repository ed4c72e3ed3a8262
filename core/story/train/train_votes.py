#!/usr/bin/python3
"""Fits the weights of core/story/name_votes.def and writes them into it.

    accuracy_names --signs FILE... | train_votes.py [core/story/name_votes.def]

Standard input has a line for every name found: its gold tag (PER, ORG, LOC,
O) and its signs as a hexadecimal number. Multinomial logistic regression
with L2, full gradient steps, no randomness: the same input gives the same
file. Weights are written in sixths, as whole numbers."""
import math
import re
import sys

CLASSES = ["PER", "ORG", "LOC", "O"]
STEPS, RATE, DECAY, SCALE = 400, 4.0, 0.0004, 6.0


def read_rows(lines):
    counts = {}
    for line in lines:
        tag, signs = line.split(" ")[:2]
        key = (CLASSES.index(tag), int(signs, 16))
        counts[key] = counts.get(key, 0) + 1
    rows = []
    for (tag, signs), count in sorted(counts.items()):
        bits = [i for i in range(64) if signs >> i & 1]
        rows.append((tag, bits, count))
    return rows


def probabilities(weights, bits):
    scores = [sum(weights[i][c] for i in bits) for c in range(4)]
    most = max(scores)
    parts = [math.exp(s - most) for s in scores]
    total = sum(parts)
    return [p / total for p in parts]


def fit(rows):
    weights = [[0.0] * 4 for _ in range(64)]
    speed = [[1e-6] * 4 for _ in range(64)]  # AdaGrad
    total = sum(count for _, _, count in rows)
    for _ in range(STEPS):
        slope = [[DECAY * w for w in row] for row in weights]
        for tag, bits, count in rows:
            p = probabilities(weights, bits)
            for c in range(4):
                d = (p[c] - (c == tag)) * count / total
                for i in bits:
                    slope[i][c] += d
        for i in range(64):
            for c in range(4):
                speed[i][c] += slope[i][c] ** 2
                weights[i][c] -= RATE / 10 * slope[i][c] / math.sqrt(
                    speed[i][c])
    return weights


def accuracy(rows, weights):
    right = total = 0
    for tag, bits, count in rows:
        p = probabilities(weights, bits)
        right += count * (p.index(max(p)) == tag)
        total += count
    return right / total


def write(path, weights):
    text = open(path, encoding="utf-8").read()
    number = 0

    def replace(match):
        nonlocal number
        row = ", ".join(str(round(w * SCALE)) for w in weights[number])
        number += 1
        return f"VOTE({match.group(1)}, {row}, \""

    text = re.sub(r'VOTE\((\w+), [-\d]+, [-\d]+, [-\d]+, [-\d]+, "', replace,
                  text)
    open(path, "w", encoding="utf-8").write(text)


def main():
    rows = read_rows(sys.stdin)
    weights = fit(rows)
    print(f"{sum(r[2] for r in rows)} names, "
          f"{100 * accuracy(rows, weights):.1f} % right")
    if len(sys.argv) > 1:
        write(sys.argv[1], weights)


if __name__ == "__main__":
    main()
