package io.github.isolation.maven.audit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of classes as Surefire writes them into report files, and into the names of those. */
public final class ReportNames {
    /** Most file systems take 255 bytes, of which Surefire adds some, and some of them take fewer. */
    private static final int LONGEST = 120;

    private static final Pattern ESCAPED = Pattern.compile("&#\\d+;");
    private static final Pattern UNLIKE_IN_FILES = Pattern.compile("[^\\p{L}\\p{N}.$_-]");

    private ReportNames() {}

    /** What Surefire makes of a name with a suffix. */
    static String withSuffix(String name, String suffix) {
        return suffix.isBlank() ? name : name + "(" + suffix + ")";
    }

    /** The file that Surefire writes for a test set. */
    public static String report(String name, String suffix) {
        return "TEST-" + name + (suffix.isBlank() ? "" : "-" + suffix) + ".xml";
    }

    /** In one form for all ways to escape what XML cannot say. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String unescaped = ESCAPED.matcher(name).replaceAll("?");
        for (int i = 0; i < unescaped.length(); i++) {
            char c = unescaped.charAt(i);
            boolean writable = c >= ' ' && !Character.isISOControl(c) && !Character.isSurrogate(c) && c < 0xfffd;
            plain.append(writable ? c : '?');
        }
        return plain.toString();
    }

    /** The same for names that may end up in the same file, on whatever file system. */
    public static String file(String name) {
        return UNLIKE_IN_FILES.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** Whether a file system may refuse a name so long: Surefire then writes no report, and says so in a dump file only. */
    static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }
}
