package io.github.isolation;

import io.github.isolation.fork.ShortHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What a name may look like at one kind of backend: how long, and of which characters. A name that has to be changed or
 * shortened to fit gets a hash of the original, so that two names never become one (L13).
 *
 * <pre>{@code
 * String table = Isolation.name("audit log", Naming.POSTGRES_IDENTIFIER);
 * String key = Isolation.name("customers", Naming.ANY.atMost(40));
 * }</pre>
 */
public final class Naming {
    /** The shortest limit there can be: one letter, a hash, a run and a fork need this much. */
    public static final int SHORTEST_LIMIT = 40;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String LOWER = LETTERS + "0123456789";
    private static final String MIXED = LOWER + LETTERS.toUpperCase(Locale.ROOT);

    /** No limit and no rules: the name with the fork behind it. */
    public static final Naming ANY = new Naming("", '-', Integer.MAX_VALUE, false);

    /** An identifier of PostgreSQL without quotes: 63 bytes, lower case, no {@code -}. Fits other databases as well. */
    public static final Naming POSTGRES_IDENTIFIER = new Naming(LOWER + "_", '_', 63, true);

    /** One label of a host name (RFC 1035): 63 characters, lower case, a letter first. Also names in Kubernetes. */
    public static final Naming DNS_LABEL = new Naming(LOWER + "-", '-', 63, true);

    /** A bucket of S3: a DNS label; the dots that S3 would allow break its certificates. */
    public static final Naming S3_BUCKET = new Naming(LOWER + "-", '-', 63, true);

    /** A topic of Kafka: 249 characters; no {@code _}, because Kafka takes {@code a.b} and {@code a_b} for the same. */
    public static final Naming KAFKA_TOPIC = new Naming(MIXED + ".-", '-', 249, true);

    /** A file on any system: 255 characters, lower case, because some systems do not tell {@code A} from {@code a}. */
    public static final Naming FILE_NAME = new Naming(LOWER + "._-", '-', 255, true);

    /** A value in an {@code ObjectName} of JMX, without quotes. */
    public static final Naming JMX_NAME = new Naming(MIXED + "._-", '-', 255, true);

    /** What Windows takes for a device, whatever comes after a dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /** Cannot be the start of a bucket: S3 keeps these for itself. */
    private static final Set<String> RESERVED_PREFIXES = Set.of("sthree-", "amzn-s3-");

    private final String alphabet;
    private final char separator;
    private final int limit;
    private final boolean ruled;

    private Naming(String alphabet, char separator, int limit, boolean ruled) {
        this.alphabet = alphabet;
        this.separator = separator;
        this.limit = limit;
        this.ruled = ruled;
    }

    /**
     * The same rules, and no more than so many bytes (UTF-8).
     *
     * @throws IllegalArgumentException below {@value #SHORTEST_LIMIT}
     */
    public Naming atMost(int bytes) {
        if (bytes < SHORTEST_LIMIT) {
            throw new IllegalArgumentException("names of at most " + bytes
                    + " bytes would no longer tell what they stand for and whose they are; " + SHORTEST_LIMIT
                    + " is the shortest limit");
        }
        return new Naming(alphabet, separator, Math.min(limit, bytes), ruled);
    }

    /** What stands before the fork, and between words of ours. */
    char separator() {
        return separator;
    }

    /** The base and the suffix as one name that fits; with a hash between them if the base does not stay what it was. */
    String join(String base, String suffix) {
        String stem = ruled ? legal(base) : base;
        if (stem.equals(base) && bytes(stem) + suffix.length() <= limit) {
            return stem + suffix;
        }
        String tail = separator + ShortHash.of(base) + suffix;
        return cut(stem, limit - tail.length()) + tail;
    }

    private String legal(String base) {
        boolean mixed = alphabet.indexOf('A') >= 0;
        String text = mixed ? base : base.toLowerCase(Locale.ROOT);
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = alphabet.indexOf(text.charAt(i)) >= 0 ? text.charAt(i) : separator;
            // "xn--" and its like are reserved in host names, and nobody misses a second one.
            if (c != '-' || stem.isEmpty() || stem.charAt(stem.length() - 1) != '-') {
                stem.append(c);
            }
        }
        while (!stem.isEmpty() && stem.charAt(stem.length() - 1) == '-') {
            stem.setLength(stem.length() - 1);
        }
        boolean letterFirst = !stem.isEmpty() && LETTERS.indexOf(Character.toLowerCase(stem.charAt(0))) >= 0;
        return letterFirst && !isReserved(stem.toString()) ? stem.toString() : "n" + stem;
    }

    private static boolean isReserved(String stem) {
        String lower = stem.toLowerCase(Locale.ROOT);
        String device = lower.split("\\.", 2)[0];
        return DEVICES.contains(device)
                || device.matches("(com|lpt)[0-9]")
                || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith);
    }

    private static String cut(String text, int most) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
