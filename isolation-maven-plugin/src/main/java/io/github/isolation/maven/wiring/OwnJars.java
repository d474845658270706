package io.github.isolation.maven.wiring;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Which jars have code of the user's, as directories of classes do: those of the modules of this build, which are jars from the
 * phase {@code package} on, and those whose tests are run ({@code dependenciesToScan}), with what these test if it has the same
 * coordinates. In Maven's JVM.
 *
 * @param project whose tests are run
 * @param modules all those of the build
 */
record OwnJars(MavenProject project, Collection<MavenProject> modules) {
    /**
     * Those that are there.
     *
     * @param scanned as Surefire has them: {@code groupId:artifactId}, with more behind it perhaps, and a star for any text
     */
    Set<Path> find(List<String> scanned) {
        Set<Path> jars = new LinkedHashSet<>();
        add(project.getArtifact(), jars);
        project.getAttachedArtifacts().forEach(attached -> add(attached, jars));
        Set<String> own = modules.stream()
                .map(module -> module.getGroupId() + ":" + module.getArtifactId())
                .collect(Collectors.toSet());
        List<Pattern> tested = scanned.stream().map(OwnJars::coordinates).toList();
        for (Artifact dependency : project.getArtifacts()) {
            String name = dependency.getGroupId() + ":" + dependency.getArtifactId();
            if (own.contains(name)
                    || tested.stream().anyMatch(one -> one.matcher(name).matches())) {
                add(dependency, jars);
            }
        }
        return jars;
    }

    /** The first two parts say which it is; type and classifier only which of its files. */
    private static Pattern coordinates(String scanned) {
        String[] parts = scanned.strip().split(":", -1);
        String artifact = parts.length < 2 ? "*" : parts[1];
        return Pattern.compile((parts[0] + ":" + artifact)
                .chars()
                .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }

    private static void add(@Nullable Artifact artifact, Set<Path> jars) {
        File file = artifact == null ? null : artifact.getFile();
        if (file != null && file.isFile()) {
            jars.add(file.toPath().toAbsolutePath());
        }
    }
}
