package io.github.isolation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the names of a fork, and takes them out of texts again (L10, L11, L12). */
final class Names {
    private static final Map<Fork, Names> OF_THIS_JVM = new ConcurrentHashMap<>();

    private final Fork fork;

    /** Names that were made here, and what of: a hash can be undone in no other way. */
    private final Map<String, String> bases = new ConcurrentHashMap<>();

    Names(Fork fork) {
        this.fork = fork;
    }

    /** The names of the fork that this JVM works for; the same in every attempt, since a field may keep one. */
    static Names here() {
        Fork here = Isolation.fork();
        Fork inAnyAttempt = new Fork(here.slot(), here.count(), here.runId(), here.directory(), 1);
        return OF_THIS_JVM.computeIfAbsent(inAnyAttempt, Names::new);
    }

    String name(String base, Naming naming) {
        return remember(base, naming.join(base, suffix(naming.separator())));
    }

    String uniqueName(String base, Naming naming) {
        char separator = naming.separator();
        return remember(base, naming.join(base, separator + fork.runId() + suffix(separator)));
    }

    /**
     * First the names that were made here, the longest first. Then whatever else ends as this fork's names do, but not in
     * an IDE: texts have reasons of their own to contain "-main". All in one pass: what came out is not looked at again.
     */
    String normalize(String text) {
        List<String> known = new ArrayList<>(bases.keySet());
        known.removeIf(name -> !text.contains(name));
        known.sort(Comparator.comparingInt(String::length).reversed());
        List<String> alternatives =
                new ArrayList<>(known.stream().map(Pattern::quote).toList());
        if (!fork.isMain()) {
            // "-fork2" is not to be found in another fork's "-fork25".
            alternatives.add("(?i:(?:[-_]" + Pattern.quote(fork.runId()) + ")?[-_]" + word() + "(?!\\d))");
        }
        return alternatives.isEmpty()
                ? text
                : Pattern.compile(String.join("|", alternatives))
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(bases.getOrDefault(found.group(), "")));
    }

    /** Also as backends give it back that do not keep the case. */
    private String remember(String base, String name) {
        bases.put(name, base);
        bases.putIfAbsent(name.toUpperCase(Locale.ROOT), base.toUpperCase(Locale.ROOT));
        bases.putIfAbsent(name.toLowerCase(Locale.ROOT), base.toLowerCase(Locale.ROOT));
        return name;
    }

    private String suffix(char separator) {
        return separator + word();
    }

    private String word() {
        return fork.isMain() ? fork.slot() : "fork" + fork.slot();
    }
}
