package io.github.isolation.maven.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the accounts of all machines come to: filled while they are gone through. */
final class Found {
    /** What cannot all be true, a line each. */
    final List<String> contradictions = new ArrayList<>();

    /** What nobody has results of, a line each. */
    final List<String> missing = new ArrayList<>();

    /** What failed, a line each. */
    final List<String> failures = new ArrayList<>();

    /** What failed and passed, a line each. */
    final List<String> flaky = new ArrayList<>();

    /** What else is to be known, a line each. */
    final List<String> notes = new ArrayList<>();

    /** Classes, and parts of some, of which nothing is left. */
    final Set<String> uncovered = new TreeSet<>();

    /** How many classes there are. */
    int planned;

    /** How many of them were run, each test of theirs on one machine. */
    int reportedOnce;

    /** How many have no tests. */
    int empty;

    /** How many were to be run in parts on several machines. */
    int divided;

    /** How many parts those have. */
    int parts;
}
