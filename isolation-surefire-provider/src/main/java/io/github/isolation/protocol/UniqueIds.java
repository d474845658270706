package io.github.isolation.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unique ids of the JUnit Platform, whose segments say what is in what: {@code a/b} is in the container {@code a}. What a
 * question costs depends on the depth of an id, not on how many there are; of the invocations of a test, each takes a bit.
 * For one thread at a time, or for many once nothing is added any more.
 */
public final class UniqueIds {
    private final Numbers members = new Numbers();
    private final Numbers containers = new Numbers();

    /** None at all. */
    public UniqueIds() {}

    /** Those in these texts, as {@link #texts} writes them; an id is such a text. */
    public static UniqueIds of(Iterable<String> texts) {
        UniqueIds ids = new UniqueIds();
        ids.addTexts(texts);
        return ids;
    }

    /** Adds what {@link #texts} of another set has written. */
    public void addTexts(Iterable<String> texts) {
        for (String text : texts) {
            Range range = Range.of(text);
            if (range == null) {
                add(text);
            } else {
                for (int number = range.first().number(); number <= range.last(); number++) {
                    add(range.first().id(number));
                }
            }
        }
    }

    /** Adds one; says whether it is new. */
    public boolean add(String id) {
        if (!members.add(id)) {
            return false;
        }
        String above = above(id);
        while (!above.isEmpty() && containers.add(above)) {
            above = above(above);
        }
        return true;
    }

    /** Takes one out. What it is in is remembered as if it were still there. */
    public void remove(String id) {
        members.remove(id);
    }

    /** Adds them all. */
    public void addAll(UniqueIds others) {
        addTexts(others.texts());
    }

    /** A set of its own with these. */
    public UniqueIds copy() {
        return of(texts());
    }

    /** How many there are. */
    public int size() {
        return members.size;
    }

    /** All of them, in no order; where there are few. */
    public Set<String> all() {
        return all("");
    }

    /** Those with this text in them, in no order. Of an id that ends in a number, the text must be before that number. */
    public Set<String> all(String part) {
        Set<String> all = new LinkedHashSet<>();
        for (String id : members.named) {
            if (id.contains(part)) {
                all.add(id);
            }
        }
        members.numbered.forEach((family, numbers) -> {
            if (family.contains(part)) {
                numbers.stream().forEach(number -> all.add(new NumberedId(family, number).id()));
            }
        });
        return all;
    }

    /** All of them in few words: what follows one after the other is one text, which is no id. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(members.named);
        members.numbered.forEach((family, numbers) -> {
            for (int first = numbers.nextSetBit(0); first >= 0; ) {
                int last = numbers.nextClearBit(first) - 1;
                texts.add(new Range(new NumberedId(family, first), last).text());
                first = numbers.nextSetBit(last + 1);
            }
        });
        return texts;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return members.size == 0;
    }

    /** Whether this is one of them. */
    public boolean contains(String id) {
        return members.contains(id);
    }

    /** Whether this is one of them, or is in one of them. */
    public boolean cover(String id) {
        for (String at = id; !at.isEmpty(); at = above(at)) {
            if (members.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them is in this container. */
    public boolean areIn(String container) {
        return containers.contains(container);
    }

    /** Whether this is one of them, or is in one of them, or has one of them in it. */
    public boolean areOnOneLineWith(String id) {
        return areIn(id) || cover(id);
    }

    /** Those that are in one of these. */
    public UniqueIds within(UniqueIds others) {
        UniqueIds within = new UniqueIds();
        List<String> texts = texts();
        texts.removeIf(text -> !others.cover(above(text)));
        within.addTexts(texts);
        return within;
    }

    /** As {@link #texts}, without those that are in one of these containers. */
    public List<String> textsOutside(UniqueIds wholeContainers) {
        List<String> texts = texts();
        texts.removeIf(text -> wholeContainers.cover(above(text)));
        return texts;
    }

    /** What an id is in; empty for an engine. JUnit writes a slash inside of a segment in another way. */
    private static String above(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    /** Strings, of which those that end in numbers are kept as numbers. */
    private static final class Numbers {
        private final Map<String, BitSet> numbered = new HashMap<>();
        private final Set<String> named = new HashSet<>();
        private int size;

        boolean add(String id) {
            boolean added;
            NumberedId numberedId = NumberedId.of(id);
            if (numberedId == null) {
                added = named.add(id);
            } else {
                BitSet numbers = numbered.computeIfAbsent(numberedId.family(), family -> new BitSet());
                added = !numbers.get(numberedId.number());
                numbers.set(numberedId.number());
            }
            size += added ? 1 : 0;
            return added;
        }

        void remove(String id) {
            if (!contains(id)) {
                return;
            }
            NumberedId numberedId = NumberedId.of(id);
            BitSet numbers = numberedId == null ? null : numbered.get(numberedId.family());
            if (numberedId == null || numbers == null) {
                named.remove(id);
            } else {
                numbers.clear(numberedId.number());
            }
            size--;
        }

        boolean contains(String id) {
            if (size == 0) {
                return false;
            }
            NumberedId numberedId = NumberedId.of(id);
            if (numberedId == null) {
                return named.contains(id);
            }
            BitSet numbers = numbered.get(numberedId.family());
            return numbers != null && numbers.get(numberedId.number());
        }
    }
}
