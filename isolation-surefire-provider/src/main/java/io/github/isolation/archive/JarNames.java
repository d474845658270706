package io.github.isolation.archive;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is in a jar, or below a directory: each name as a number, of which there are so many that two names hardly ever share
 * one. Two that do cost a jar its place in an archive, and nothing else.
 */
final class JarNames {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final String META = "META-INF/";
    private static final String VERSIONS = META + "versions/";

    /** What any two jars may have in common, and nobody asks the class path for in the hope of one jar's. */
    private static final Set<Long> OF_EVERY_JAR = ofEveryJar();

    private final long[] files;

    /** The directories that files are in directly. */
    private final long[] packages;

    /** All that they are in. */
    private final long[] directories;

    private final boolean namesOthers;

    private JarNames(long[] files, long[] packages, long[] directories, boolean namesOthers) {
        this.files = files;
        this.packages = packages;
        this.directories = directories;
        this.namesOthers = namesOthers;
    }

    /** Of a jar. */
    static JarNames ofJar(Path jar) throws IOException {
        Set<Long> files = new HashSet<>();
        Set<Long> packages = new HashSet<>();
        Set<Long> directories = new HashSet<>();
        try (JarFile zip = new JarFile(jar.toFile(), false)) {
            for (Enumeration<JarEntry> all = zip.entries(); all.hasMoreElements(); ) {
                String name = withoutVersion(all.nextElement().getName());
                for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
                    addDirectory(directories, name.substring(0, slash));
                }
                if (!name.endsWith("/")) {
                    addFile(files, packages, name);
                }
            }
            return new JarNames(array(files), array(packages), array(directories), namesOthers(jar, zip.getManifest()));
        }
    }

    /** Of a file that is not called a jar: if it is none, the JVM finds nothing in it, either. */
    static JarNames ofOther(Path file) throws IOException {
        try {
            return ofJar(file);
        } catch (ZipException e) {
            return new JarNames(new long[0], new long[0], new long[0], false);
        }
    }

    /** Of a directory as it is now. */
    static JarNames ofDirectory(Path directory) throws IOException {
        Set<Long> files = new HashSet<>();
        Set<Long> packages = new HashSet<>();
        try (Stream<Path> all = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .forEach(name -> addFile(files, packages, withoutVersion(name)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new JarNames(array(files), array(packages), new long[0], false);
    }

    private static void addFile(Set<Long> files, Set<Long> packages, String name) {
        files.add(number(name));
        if (name.indexOf('/') > 0) {
            addDirectory(packages, name.substring(0, name.lastIndexOf('/')));
        }
    }

    /** Whoever asks for a directory wants to look for classes or resources in it; in {@code META-INF}, everybody asks for files. */
    private static void addDirectory(Set<Long> directories, String name) {
        if (!(name + "/").startsWith(META)) {
            directories.add(number(name));
        }
    }

    private static String withoutVersion(String name) {
        int slash = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
        return slash < 0 ? name : name.substring(slash + 1);
    }

    private static boolean namesOthers(Path jar, @Nullable Manifest manifest) {
        String named = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (named == null || named.isBlank()) {
            return false;
        }
        for (String name : named.strip().split("\\s+", -1)) {
            try {
                if (Files.exists(Path.of(jar.toUri().resolve(name)))) {
                    return true;
                }
            } catch (IllegalArgumentException | FileSystemNotFoundException e) {
                return true; // wherever that is
            }
        }
        return false;
    }

    /** Whether it is a jar whose manifest brings others to the class path. */
    boolean namesOthers() {
        return namesOthers;
    }

    /** Whether one of its files has one of these names. */
    boolean hasAnyFileOf(Set<Long> names) {
        return hasAny(files, names);
    }

    /** Whether one of its directories has one of these names. */
    boolean hasAnyDirectoryOf(Set<Long> names) {
        return hasAny(directories, names);
    }

    private static boolean hasAny(long[] own, Set<Long> names) {
        for (long name : own) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Adds its files. */
    void addFilesTo(Set<Long> names) {
        for (long name : files) {
            names.add(name);
        }
    }

    /** Adds the directories in which it has files directly. */
    void addPackagesTo(Set<Long> names) {
        for (long name : packages) {
            names.add(name);
        }
    }

    /** Adds its files, less those that any jar may have. */
    void addDistinctFilesTo(Set<Long> names) {
        for (long name : files) {
            if (!OF_EVERY_JAR.contains(name)) {
                names.add(name);
            }
        }
    }

    /** Writes it down. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(namesOthers ? 1 : 0);
        for (long[] names : new long[][] {files, packages, directories}) {
            out.writeInt(names.length);
            for (long name : names) {
                out.writeLong(name);
            }
        }
    }

    /**
     * Reads what was written down.
     *
     * @throws java.nio.BufferUnderflowException if that is not all there
     */
    static JarNames read(ByteBuffer in) {
        boolean namesOthers = in.getInt() != 0;
        long[] files = readNames(in);
        long[] packages = readNames(in);
        return new JarNames(files, packages, readNames(in), namesOthers);
    }

    private static long[] readNames(ByteBuffer in) {
        long[] names = new long[in.getInt()];
        in.asLongBuffer().get(names);
        in.position(in.position() + names.length * Long.BYTES);
        return names;
    }

    private static long number(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long[] array(Set<Long> names) {
        long[] all = new long[names.size()];
        int i = 0;
        for (long name : names) {
            all[i++] = name;
        }
        return all;
    }

    private static Set<Long> ofEveryJar() {
        Set<Long> names = new HashSet<>();
        for (String name : new String[] {"LICENSE", "NOTICE", "DEPENDENCIES", "AL2.0", "LGPL2.1"}) {
            for (String ending : new String[] {"", ".txt", ".md"}) {
                names.add(number(META + name + ending));
                names.add(number(META + name.toLowerCase(Locale.ROOT) + ending));
            }
        }
        names.add(number(META + "MANIFEST.MF"));
        names.add(number(META + "INDEX.LIST"));
        names.add(number("module-info.class"));
        return names;
    }
}
