#!/usr/bin/env python3
"""scikit-learn's LinearSVC on word 1-2-grams and char_wb 2-5-grams, tf-idf, each block of length 1.

    linear_svc.py FOLDER

FOLDER holds train.jsonl and dev.jsonl, {"text":…,"labels":[…]} a line. Prints one number: the
accuracy on dev or, where a line has several labels, micro-F1 of one classifier a label, from the
margin on that is best for three folds of train.
"""
import json
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC


def read(name):
    with open(f"{sys.argv[1]}/{name}.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def features():
    return make_union(
        TfidfVectorizer(analyzer="word", ngram_range=(1, 2), token_pattern=r"(?u)\w+"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)),
    )


train, dev = read("train"), read("dev")
several = any(len(row["labels"]) > 1 for row in train + dev)
texts = [row["text"] for row in train]
unseen = [row["text"] for row in dev]
if several:
    names = MultiLabelBinarizer().fit([row["labels"] for row in train + dev])
    model = make_pipeline(features(), OneVsRestClassifier(LinearSVC(C=1)))
    labels = names.transform([row["labels"] for row in train])
    model.fit(texts, labels)
    folds = np.arange(len(texts)) % 3
    margins = np.zeros(labels.shape)
    for fold in range(3):
        blind = make_pipeline(features(), OneVsRestClassifier(LinearSVC(C=1)))
        blind.fit([t for t, f in zip(texts, folds) if f != fold], labels[folds != fold])
        margins[folds == fold] = blind.decision_function([t for t, f in zip(texts, folds) if f == fold])
    best = max((i / 20 for i in range(-20, 11)), key=lambda at: f1_score(labels, margins > at, average="micro"))
    expected = names.transform([row["labels"] for row in dev])
    print(f1_score(expected, model.decision_function(unseen) > best, average="micro"))
else:
    model = make_pipeline(features(), LinearSVC(C=1))
    model.fit(texts, ["".join(row["labels"]) for row in train])
    print(accuracy_score(["".join(row["labels"]) for row in dev], model.predict(unseen)))
