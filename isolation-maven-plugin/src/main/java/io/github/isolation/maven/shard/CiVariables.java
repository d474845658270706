package io.github.isolation.maven.shard;

import static java.util.stream.Collectors.joining;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.ShardNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the variables of CI say of this job. Pure. */
public final class CiVariables {
    private final Map<String, String> environment;

    /** Of an environment. */
    public CiVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Which of how many jobs this is.
     *
     * @throws IllegalArgumentException if they do not say, with what to write instead
     */
    public ShardNumber shard() {
        Map<ShardNumber, List<String>> answers = new LinkedHashMap<>();
        for (CiProvider provider : CiProvider.values()) {
            if (provider.isComplete(environment)) {
                answers.computeIfAbsent(shard(provider), any -> new ArrayList<>())
                        .add(provider.title);
            }
        }
        if (answers.size() > 1) {
            throw refused(answers.entrySet().stream()
                    .map(one -> String.join(", ", one.getValue()) + " says " + one.getKey())
                    .collect(joining("; ")));
        }
        return answers.keySet().stream().findFirst().orElseThrow(() -> refused(whyNot()));
    }

    private ShardNumber shard(CiProvider provider) {
        int total = number(provider.total);
        int shard = number(provider.index) - provider.first + 1;
        if (total < 1 || shard < 1 || shard > total) {
            throw refused(provider.title + " says " + said(provider.index) + " and " + said(provider.total)
                    + ", which is no shard");
        }
        return new ShardNumber(shard, total);
    }

    private int number(String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (!value.matches("\\d{1,6}")) {
            throw refused(said(name) + " is no number");
        }
        return Integer.parseInt(value);
    }

    private String said(String name) {
        return name + "=" + environment.getOrDefault(name, "");
    }

    private String whyNot() {
        String half = providers()
                .filter(provider -> provider.isHalf(environment))
                .map(provider -> provider.title + " sets "
                        + (provider.missing(environment).equals(provider.index) ? provider.total : provider.index)
                        + ", and not " + provider.missing(environment))
                .collect(joining("; "));
        if (!half.isEmpty()) {
            return half + ": the job is not one of several, or the variable has to be handed on to where Maven runs";
        }
        if (CiProvider.has(environment, CiProvider.GITHUB.run)) {
            return "GitHub Actions has no variables for it: a matrix says it, by -D" + SettingNames.SHARD
                    + "=${{ matrix.shard }}/5";
        }
        return "there is none of "
                + providers()
                        .filter(provider -> !provider.index.isEmpty())
                        .map(provider -> provider.index + " and " + provider.total + " (" + provider.title + ")")
                        .collect(joining(", "));
    }

    private static Stream<CiProvider> providers() {
        return Stream.of(CiProvider.values());
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("auto finds no shard in the environment: " + why
                + ". No machine runs all of the tests because of this: write which part it is, as in 2/5");
    }

    /** What tells this build from others, the same for all of its jobs; empty if nothing does. */
    public String run() {
        return providers()
                .filter(provider -> CiProvider.has(environment, provider.run))
                .map(provider -> environment.getOrDefault(provider.run, "").strip())
                .findFirst()
                .orElse("");
    }

    /** Which attempt at this job it is, from 1; 0 if nobody says. */
    public int attempt() {
        return attempt(providers());
    }

    /**
     * Which attempt at this build it is, from 1: the one and only that all of its jobs have in common, as machines with one queue need it. A
     * job that is tried again by itself belongs to the same.
     */
    public int attemptAtTheBuild() {
        return Math.max(1, attempt(providers().filter(CiProvider::countsBuilds)));
    }

    private int attempt(Stream<CiProvider> providers) {
        return providers
                .filter(provider -> CiProvider.has(environment, provider.attempt))
                .filter(provider ->
                        environment.getOrDefault(provider.attempt, "").strip().matches("\\d{1,6}"))
                .map(provider -> number(provider.attempt) - provider.firstAttempt + 1)
                .findFirst()
                .orElse(0);
    }
}
