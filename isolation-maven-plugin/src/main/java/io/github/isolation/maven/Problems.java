package io.github.isolation.maven;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one element of the POM. */
final class Problems {
    private final String where;
    private final List<String> list = new ArrayList<>();

    Problems(String where) {
        this.where = where;
    }

    void add(String problem) {
        list.add(where + ": " + problem);
    }

    List<String> list() {
        return List.copyOf(list);
    }
}
