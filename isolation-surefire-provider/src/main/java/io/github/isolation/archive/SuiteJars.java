package io.github.isolation.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the user's jars may come before the directories of the tests, so that the JVM believes an archive of their classes:
 * those of which nobody could tell the difference. No file in one has the name of a file in a directory, or in a jar that it
 * would overtake, and no package of the project is in one.
 *
 * @param moved these, in their order
 * @param kept jars of the repository that stay where they are, because something in them has a name that something before them has
 */
record SuiteJars(List<Path> moved, List<Path> kept) {

    /** Knows what is in a jar. */
    interface Contents {
        JarNames of(Path jar) throws IOException;
    }

    /**
     * Looks.
     *
     * @param entries of the class path, in their order, but for those of the infrastructure
     * @param repository where jars are that builds do not make anew each time; null if that is not known
     */
    static SuiteJars of(List<Path> entries, @Nullable Path repository, Contents contents) throws IOException {
        List<Path> moved = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        Set<Long> files = new HashSet<>();
        Set<Long> packages = new HashSet<>();
        Set<Long> filesOfJars = new HashSet<>();
        boolean othersFollow = false;
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                JarNames names = JarNames.ofDirectory(entry);
                names.addFilesTo(files);
                names.addPackagesTo(packages);
            } else if (Files.isRegularFile(entry)) {
                boolean isJar = String.valueOf(entry.getFileName()).endsWith(".jar");
                JarNames names = isJar ? contents.of(entry) : JarNames.ofOther(entry);
                // What a manifest names comes behind that jar, and in front of all others.
                othersFollow |= names.namesOthers();
                boolean isStable = repository == null || entry.startsWith(repository);
                boolean isTheSame = !othersFollow
                        && !names.hasAnyFileOf(files)
                        && !names.hasAnyDirectoryOf(packages)
                        && !names.hasAnyFileOf(filesOfJars);
                if (isStable && isJar && isTheSame) {
                    moved.add(entry);
                } else {
                    names.addDistinctFilesTo(filesOfJars);
                    if (isStable && isJar) {
                        kept.add(entry);
                    } else {
                        names.addPackagesTo(packages); // it may be one that this project is made of
                    }
                }
            }
        }
        return new SuiteJars(List.copyOf(moved), List.copyOf(kept));
    }
}
