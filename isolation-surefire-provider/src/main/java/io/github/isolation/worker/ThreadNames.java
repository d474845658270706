package io.github.isolation.worker;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of threads that a user has described: a star stands for any text.
 *
 * @param patterns any of them
 */
record ThreadNames(List<Pattern> patterns) {
    /** What separates the patterns of a list. */
    static ThreadNames of(String list) {
        return new ThreadNames(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(ThreadNames::compile)
                .toList());
    }

    boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** What the threads of one pool have in common. */
    static String kind(String name) {
        return name.isEmpty() ? "#" : name.replaceAll("\\d+", "#");
    }

    private static Pattern compile(String stars) {
        String regex = Arrays.stream(stars.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
