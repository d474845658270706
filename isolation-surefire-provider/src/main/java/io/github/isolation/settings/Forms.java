package io.github.isolation.settings;

import io.github.isolation.fork.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of values that more than one setting has, or might have. */
final class Forms {
    private Forms() {}

    /** {@code true} or {@code false}. */
    record Flag() implements Form<Boolean> {
        @Override
        public Boolean parse(String text) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("'" + text + "' is neither true nor false");
            }
            return Boolean.valueOf(text);
        }

        @Override
        public String values() {
            return "`true`, `false`";
        }
    }

    /** One of a few words; what is none may be refused with some advice. */
    record Word(List<String> words, String advice) implements Form<String> {
        static Word of(String... words) {
            return new Word(List.of(words), "");
        }

        Word orElse(String what) {
            return new Word(words, "; " + what);
        }

        @Override
        public String parse(String text) {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", words) + advice);
            }
            return text;
        }

        @Override
        public String values() {
            return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
    }

    /** One of a few words, each of which stands for a constant: {@code onReplace} for {@code ON_REPLACE}. */
    record Constant<E extends Enum<E>>(List<E> constants, Word words) implements Form<E> {
        static <E extends Enum<E>> Constant<E> of(E[] constants) {
            List<String> words = new ArrayList<>();
            for (E constant : constants) {
                words.add(word(constant));
            }
            return new Constant<>(List.of(constants), new Word(words, ""));
        }

        private static String word(Enum<?> constant) {
            StringBuilder word = new StringBuilder();
            boolean upper = false;
            for (char c : constant.name().toCharArray()) {
                if (c != '_') {
                    word.append(upper ? c : Character.toLowerCase(c));
                }
                upper = c == '_';
            }
            return word.toString();
        }

        @Override
        public E parse(String text) {
            return constants.get(words.words().indexOf(words.parse(text)));
        }

        @Override
        public String values() {
            return words.values();
        }
    }

    /** A number that is not negative. */
    record Count() implements Form<Integer> {
        @Override
        public Integer parse(String text) {
            if (!text.matches("\\d{1,9}")) {
                throw new IllegalArgumentException("'" + text + "' is not a number; write 0 or more");
            }
            return Integer.valueOf(text);
        }

        @Override
        public String values() {
            return "a number";
        }
    }

    /** A number of crashes that are too many. */
    record Crashes() implements Form<Integer> {
        @Override
        public Integer parse(String text) {
            if (!text.matches("[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no number of crashes; write 1 or more: with 1, nothing"
                                + " is begun after the first crash");
            }
            return Integer.valueOf(text);
        }

        @Override
        public String values() {
            return "a number, at least 1";
        }
    }

    /** A part of the heap, in percent. */
    record HeapPart() implements Form<Integer> {
        @Override
        public Integer parse(String text) {
            if (!text.matches("[1-9]\\d?%?")) {
                throw new IllegalArgumentException("'" + text + "' is no part of the heap; write 80%, for example");
            }
            return Integer.valueOf(text.replace("%", ""));
        }

        @Override
        public String values() {
            return "a percentage, such as `80%`";
        }
    }

    /** As many forks as a number says, or a multiple of the cores. */
    record Forks() implements Form<Integer> {
        @Override
        public Integer parse(String text) {
            return ForkCount.parse(text, Runtime.getRuntime().availableProcessors());
        }

        @Override
        public String values() {
            return "a number, or a multiple of the cores, such as `1.5C`";
        }
    }

    /** A length of time. */
    record Time() implements Form<Duration> {
        @Override
        public Duration parse(String text) {
            return Duration.ofMillis(Durations.parse(text));
        }

        @Override
        public String values() {
            return "a duration";
        }
    }

    /** Words separated by commas, each of this form and different from the others; a value that is empty has none. */
    record Names(String form, String whatEachIs, String values) implements Form<List<String>> {
        /** Some of these words, of which none has a character that means something in a pattern. */
        static Names of(String... words) {
            return new Names(
                    String.join("|", words),
                    "one of " + String.join(", ", words),
                    "some of " + Word.of(words).values());
        }

        @Override
        public List<String> parse(String text) {
            if (text.isEmpty()) {
                return List.of();
            }
            List<String> words =
                    Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            Set<String> seen = new HashSet<>();
            for (String word : words) {
                if (!word.matches(form)) {
                    throw new IllegalArgumentException("'" + word + "' is not " + whatEachIs);
                }
                if (!seen.add(word)) {
                    throw new IllegalArgumentException("'" + word + "' is there twice");
                }
            }
            return words;
        }

        @Override
        public boolean isList() {
            return true;
        }
    }

    /** Whatever is written; who acts upon it will see. */
    record Text(String values) implements Form<String> {
        @Override
        public String parse(String text) {
            return text;
        }
    }
}
