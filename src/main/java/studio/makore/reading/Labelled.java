package studio.makore.reading;

import java.util.Set;

/** A sentence of the training text and what it does; no acts where it does nothing. */
record Labelled(String text, Set<Act> acts) {}
