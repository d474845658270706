package io.github.isolation.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What something was made of, line by line. Short names come from it; the text itself decides, so that no two things are
 * taken for each other.
 */
record Fingerprint(String text) {

    /** Of a JVM and some files. The JVM itself looks at path, size and time of the jars in an archive. */
    static Fingerprint of(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String property : List.of("java.home", "java.vm.version", "java.vm.vendor", "os.arch")) {
            text.append(property)
                    .append('=')
                    .append(System.getProperty(property))
                    .append('\n');
        }
        for (Path file : files) {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            text.append(file)
                    .append(' ')
                    .append(seen.size())
                    .append(' ')
                    .append(seen.lastModifiedTime().toMillis())
                    .append('\n');
        }
        return new Fingerprint(text.toString());
    }

    /** The same for a JVM with more modules than usual; none are none. */
    Fingerprint withModules(String names) {
        return names.isEmpty() ? this : new Fingerprint(text + "modules=" + names + '\n');
    }

    /** The same for something that only one suite uses; nobody's is everybody's. */
    Fingerprint ownedBy(String suite) {
        return suite.isEmpty() ? this : new Fingerprint(text + "suite=" + suite + '\n');
    }

    /** A name for a file. A check sum does: it is no secret, and the text is compared. */
    String name() {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue()) + Integer.toHexString(text.hashCode());
    }

    /** Whether a file holds this text. */
    boolean isIn(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(text);
    }
}
