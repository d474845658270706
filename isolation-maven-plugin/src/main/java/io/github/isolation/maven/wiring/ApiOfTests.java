package io.github.isolation.maven.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a project has of ours among the dependencies of its tests, and what becomes of it. Tests run with the API of the
 * plugin's own version, whatever they were compiled against: an older one is left out, since the newer keeps its promises; of
 * a newer one this version does not know everything, so nothing is run.
 *
 * @param excluded what Surefire is to leave out of the tests' class path
 * @param warnings for the user, a line each
 * @param refusal why no test may run; null if they may
 */
record ApiOfTests(
        List<String> excluded,
        List<String> warnings,
        @Nullable String refusal) {
    private static final String GROUP = "io.github.isolation";
    private static final String API = "isolation-api";
    private static final String RUNTIME = "isolation-surefire-provider";

    /** The trail of an artifact begins with the project, and ends with the artifact. */
    private static final int DIRECT = 2;

    /** Of these artifacts of the project with this name, where the plugin has this version. */
    static ApiOfTests of(Iterable<Artifact> artifacts, String project, String version) {
        List<String> excluded = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        String refusal = null;
        for (Artifact artifact : artifacts) {
            if (!artifact.getGroupId().equals(GROUP)) {
                continue;
            }
            String name = artifact.getArtifactId();
            String theirs = artifact.getBaseVersion();
            if (name.equals(RUNTIME)) {
                warnings.add("isolation: " + project + " depends on " + RUNTIME + through(artifact)
                        + ": replace that with " + API + ", which is all that tests need; the plugin brings the rest.");
            }
            if ((name.equals(API) || name.equals(RUNTIME)) && !theirs.equals(version)) {
                excluded.add(GROUP + ":" + name);
                Optional<String> unfit = unfit(theirs, version);
                String compiled = "isolation: the tests of " + project + " are compiled against " + name + " " + theirs
                        + through(artifact);
                if (unfit.isPresent()) {
                    refusal = compiled + unfit.get() + " No test was run.";
                } else if (name.equals(API)) {
                    warnings.add(compiled + ", and run with " + version
                            + ", the version of isolation-maven-plugin: give " + API + " that version, too.");
                }
            }
        }
        return new ApiOfTests(excluded, warnings, refusal);
    }

    /** Why tests that were compiled against one version must not run with another. */
    private static Optional<String> unfit(String theirs, String version) {
        if (new ComparableVersion(theirs).compareTo(new ComparableVersion(version)) > 0) {
            return Optional.of(", and isolation-maven-plugin is " + version
                    + ", which is older and does not know all of that: give the plugin version " + theirs + ".");
        }
        return major(theirs).equals(major(version))
                ? Optional.empty()
                : Optional.of(", and isolation-maven-plugin is " + version
                        + ", which does not keep all that version promised: give " + API + " version " + version + ".");
    }

    private static String major(String version) {
        return version.split("[.-]", 2)[0];
    }

    private static String through(Artifact artifact) {
        List<String> trail = artifact.getDependencyTrail();
        if (trail == null || trail.size() <= DIRECT) {
            return "";
        }
        String[] first = trail.get(1).split(":", -1);
        return " (through " + first[0] + ":" + first[1] + ")";
    }
}
