package io.github.isolation.maven.shard;

import java.util.Map;

/** What a CI service tells the jobs of a build by environment variables; a name is empty where it has none. */
enum CiProvider {
    BAZEL("Bazel", "TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", 0, "", "", 1),
    GITLAB("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1, "CI_PIPELINE_ID", "", 1),
    CIRCLECI("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0, "CIRCLE_WORKFLOW_WORKSPACE_ID", "", 1),
    BUILDKITE(
            "Buildkite",
            "BUILDKITE_PARALLEL_JOB",
            "BUILDKITE_PARALLEL_JOB_COUNT",
            0,
            "BUILDKITE_BUILD_ID",
            "BUILDKITE_RETRY_COUNT",
            0),
    BITBUCKET(
            "Bitbucket",
            "BITBUCKET_PARALLEL_STEP",
            "BITBUCKET_PARALLEL_STEP_COUNT",
            0,
            "BITBUCKET_PIPELINE_UUID",
            "",
            1),
    AZURE("Azure", "SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", 1, "BUILD_BUILDID", "SYSTEM_JOBATTEMPT", 1),
    SEMAPHORE("Semaphore", "SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", 1, "SEMAPHORE_PIPELINE_ID", "", 1),
    GITHUB("GitHub Actions", "", "", 1, "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", 1),
    JENKINS("Jenkins", "", "", 1, "BUILD_TAG", "", 1),
    /** It says which pod of a Job this is, and not how many there are: the manifest has to. */
    KUBERNETES("Kubernetes", "JOB_COMPLETION_INDEX", "ISOLATION_SHARD_TOTAL", 0, "", "", 1);

    final String title;
    final String index;
    final String total;
    final int first;
    final String run;
    final String attempt;
    final int firstAttempt;

    CiProvider(String title, String index, String total, int first, String run, String attempt, int firstAttempt) {
        this.title = title;
        this.index = index;
        this.total = total;
        this.first = first;
        this.run = run;
        this.attempt = attempt;
        this.firstAttempt = firstAttempt;
    }

    /** Whether all jobs of a build are at the same attempt: elsewhere, each that is tried again counts for itself. */
    boolean countsBuilds() {
        return this == GITHUB;
    }

    /** Whether it says which of how many jobs this is. */
    boolean isComplete(Map<String, String> environment) {
        return has(environment, index) && has(environment, total);
    }

    /** Whether it says one of the two. */
    boolean isHalf(Map<String, String> environment) {
        return has(environment, index) != has(environment, total);
    }

    /** The one of the two that is missing. */
    String missing(Map<String, String> environment) {
        return has(environment, index) ? total : index;
    }

    static boolean has(Map<String, String> environment, String name) {
        return !name.isEmpty() && !environment.getOrDefault(name, "").isBlank();
    }
}
