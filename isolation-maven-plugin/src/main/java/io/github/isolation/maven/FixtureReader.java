package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.Checksum;
import io.github.isolation.maven.cache.FixtureSource;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.HumanFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the {@code <fixtures>} of the POM into specifications, or into a list of everything that is wrong with them. */
final class FixtureReader {
    private final SourceReader sources;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    /**
     * Paths are relative to the module's directory.
     *
     * @param written where each build writes something, so that what contains it never stays the same
     */
    FixtureReader(Path baseDirectory, List<Path> written) {
        this.sources = new SourceReader(baseDirectory, written);
    }

    /** Looks at the names of the elements in {@code <fixtures>}: Maven takes each for a fixture. */
    void checkElements(List<String> names) {
        for (String name : new LinkedHashSet<>(names)) {
            if (!name.equals("fixture")) {
                problems.add("<fixtures> has a <" + name + ">; write <fixture>");
            }
        }
    }

    /** The ids that were written. */
    static Set<String> ids(List<Fixture> fixtures) {
        return fixtures.stream()
                .map(fixture -> fixture.id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Reads all of them. */
    List<FixtureSpec> read(List<Fixture> fixtures) throws ConfigurationException {
        return read(fixtures, List.of());
    }

    /** Reads all of them; these problems of something else are to be mended in the same go. */
    List<FixtureSpec> read(List<Fixture> fixtures, List<String> others) throws ConfigurationException {
        List<FixtureSpec> specs = new ArrayList<>();
        for (int number = 1; number <= fixtures.size(); number++) {
            FixtureSpec spec = read(fixtures.get(number - 1), number);
            if (spec != null) {
                specs.add(spec);
            }
        }
        problems.addAll(others);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return specs;
    }

    private @Nullable FixtureSpec read(Fixture fixture, int number) {
        Problems found =
                new Problems("<fixture> " + (fixture.id == null ? "number " + number : "'" + fixture.id + "'"));
        String id = id(fixture, found);
        FixtureSource source = sources.read(fixture, found);
        boolean unpack = unpack(fixture, found);
        long unpackLimit = unpackLimit(fixture, found);
        SeedMode mode = mode(fixture, found);
        Checksum checksum = checksum(fixture, found);
        if (fixture.command != null && (unpack || checksum != null)) {
            found.add("<sha256>, <sha512> and <unpack> are for single files; a <command> fills a directory");
        }
        problems.addAll(found.list());
        return found.list().isEmpty() && source != null
                ? new FixtureSpec(id, source, checksum, unpack, unpackLimit, mode)
                : null;
    }

    private static @Nullable Checksum checksum(Fixture fixture, Problems found) {
        Checksum sha256 = checksum("sha256", fixture.sha256, found);
        Checksum sha512 = checksum("sha512", fixture.sha512, found);
        if (sha256 != null && sha512 != null) {
            found.add("it has <sha256> and <sha512>; one is enough");
        }
        return sha256 != null ? sha256 : sha512;
    }

    private static @Nullable Checksum checksum(String element, @Nullable String text, Problems found) {
        if (text == null) {
            return null;
        }
        if (!text.strip().matches("[0-9a-fA-F]{" + Checksum.length(element) + "}")) {
            found.add("<" + element + ">" + text + "</" + element + "> is not a SHA-" + element.substring(3) + ": "
                    + Checksum.length(element) + " hexadecimal digits");
        }
        return new Checksum(element, text.strip());
    }

    private static long unpackLimit(Fixture fixture, Problems found) {
        if (fixture.unpackLimit != null) {
            if (!"true".equals(fixture.unpack)) {
                found.add("<unpackLimit> says how large an archive may become, and nothing is unpacked;"
                        + " add <unpack>true</unpack>, or remove it");
            }
            try {
                return HumanFormat.parseSize(fixture.unpackLimit);
            } catch (IllegalArgumentException e) {
                found.add("<unpackLimit>: " + e.getMessage());
            }
        }
        return 0;
    }

    private String id(Fixture fixture, Problems found) {
        String id = fixture.id;
        if (id == null) {
            found.add("<id> is missing");
            return "";
        }
        if (!Seed.isId(id)) {
            found.add("<id>" + id + "</id> is not an id: " + Seed.ID_RULE);
        }
        String before = ids.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
        if (id.equals(before)) {
            found.add("<id>" + id + "</id> is used twice");
        } else if (before != null) {
            found.add("<id>" + id + "</id> differs from <id>" + before + "</id> by case only, and on many file systems"
                    + " they would be one");
        }
        return id;
    }

    private static boolean unpack(Fixture fixture, Problems found) {
        if (fixture.unpack != null && !fixture.unpack.matches("true|false")) {
            found.add("<unpack>" + fixture.unpack + "</unpack> is neither true nor false");
        }
        return "true".equals(fixture.unpack);
    }

    private static SeedMode mode(Fixture fixture, Problems found) {
        String seed = fixture.seed == null ? "copy" : fixture.seed.strip();
        for (SeedMode mode : SeedMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(seed)) {
                return mode;
            }
        }
        found.add("<seed>" + fixture.seed + "</seed> is not a way to seed; write copy, link or shared");
        return SeedMode.COPY;
    }
}
