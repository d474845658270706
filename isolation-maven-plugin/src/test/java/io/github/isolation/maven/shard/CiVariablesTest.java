package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.ShardNumber;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each CI service counts in its own way, and what does not say a shard is an error. */
class CiVariablesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GitLab, CI_NODE_INDEX, 2, CI_NODE_TOTAL, 5",
        "CircleCI, CIRCLE_NODE_INDEX, 1, CIRCLE_NODE_TOTAL, 5",
        "Buildkite, BUILDKITE_PARALLEL_JOB, 1, BUILDKITE_PARALLEL_JOB_COUNT, 5",
        "Bitbucket, BITBUCKET_PARALLEL_STEP, 1, BITBUCKET_PARALLEL_STEP_COUNT, 5",
        "Kubernetes, JOB_COMPLETION_INDEX, 1, ISOLATION_SHARD_TOTAL, 5",
        "Bazel, TEST_SHARD_INDEX, 1, TEST_TOTAL_SHARDS, 5",
        "Azure, SYSTEM_JOBPOSITIONINPHASE, 2, SYSTEM_TOTALJOBSINPHASE, 5",
        "Semaphore, SEMAPHORE_JOB_INDEX, 2, SEMAPHORE_JOB_COUNT, 5"
    })
    void theSecondOfFive(String title, String index, String second, String total, String five) {
        assertEquals(new ShardNumber(2, 5), new CiVariables(Map.of(index, second, total, five)).shard());
        // Half of it, or what is no number, or no shard.
        assertTrue(refusal(Map.of(index, second)).contains(title + " sets " + index + ", and not " + total));
        assertTrue(refusal(Map.of(total, five)).contains(title + " sets " + total + ", and not " + index));
        assertTrue(refusal(Map.of(total, five, index, " ")).contains(title + " sets " + total));
        assertTrue(refusal(Map.of(index, "two", total, five)).contains(index + "=two is no number"));
        assertTrue(refusal(Map.of(index, "6", total, five)).contains("which is no shard"));
        assertTrue(refusal(Map.of(index, "0", total, "0")).contains("which is no shard"));
    }

    @Test
    void withoutAnyVariableNothingIsRunAndTheMessageNamesThemAll() {
        String message = refusal(Map.of("PATH", "/bin"));
        assertTrue(message.contains("CI_NODE_INDEX and CI_NODE_TOTAL (GitLab)"), message);
        assertTrue(message.contains("TEST_SHARD_INDEX and TEST_TOTAL_SHARDS (Bazel)"), message);
        assertTrue(message.contains("No machine runs all of the tests"), message);
    }

    @Test
    void gitHubHasAMatrix() {
        assertTrue(refusal(Map.of("GITHUB_RUN_ID", "7")).contains("a matrix says it"));
    }

    /** GitLab has this number in every job, and the other one in parallel jobs only. */
    @Test
    void whatIsCompleteIsNotDisturbedByHalves() {
        Map<String, String> both = new HashMap<>(Map.of("CI_NODE_TOTAL", "1"));
        both.put("TEST_SHARD_INDEX", "0");
        both.put("TEST_TOTAL_SHARDS", "3");
        assertEquals(new ShardNumber(1, 3), new CiVariables(both).shard());
        both.put("CI_NODE_INDEX", "1");
        both.put("CI_NODE_TOTAL", "3");
        assertEquals(new ShardNumber(1, 3), new CiVariables(both).shard(), "they agree");
        both.put("CI_NODE_INDEX", "2");
        assertTrue(refusal(both).contains("Bazel says 1/3; GitLab says 2/3"));
    }

    @ParameterizedTest
    @CsvSource({
        "CI_PIPELINE_ID, 4711, '', '', 0",
        "CIRCLE_WORKFLOW_WORKSPACE_ID, w, '', '', 0",
        "BUILDKITE_BUILD_ID, b, BUILDKITE_RETRY_COUNT, 0, 1",
        "BUILDKITE_BUILD_ID, b, BUILDKITE_RETRY_COUNT, 2, 3",
        "BITBUCKET_PIPELINE_UUID, {a-b}, '', '', 0",
        "BUILD_BUILDID, 12, SYSTEM_JOBATTEMPT, 2, 2",
        "SEMAPHORE_PIPELINE_ID, p, '', '', 0",
        "GITHUB_RUN_ID, 77, GITHUB_RUN_ATTEMPT, 3, 3",
        "BUILD_TAG, jenkins-shop-12, '', '', 0"
    })
    void theBuildAndTheAttempt(String run, String id, String attempt, String number, int expected) {
        CiVariables variables = new CiVariables(Map.of(run, id, attempt, number));
        assertEquals(id, variables.run());
        assertEquals(expected, variables.attempt());
        assertEquals(0, new CiVariables(Map.of(run, id, attempt, "x")).attempt());
    }

    /** Machines with one queue need one number; a job that is tried again by itself has another one in some places. */
    @ParameterizedTest
    @CsvSource({
        "BUILDKITE_BUILD_ID, BUILDKITE_RETRY_COUNT, 2, 1",
        "BUILD_BUILDID, SYSTEM_JOBATTEMPT, 3, 1",
        "GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, 3, 3",
        "CI_PIPELINE_ID, NONE, 3, 1"
    })
    void theAttemptThatAllJobsOfABuildHaveInCommon(String run, String attempt, String number, int expected) {
        assertEquals(expected, new CiVariables(Map.of(run, "b", attempt, number)).attemptAtTheBuild());
    }

    @Test
    void nobodySaysABuildAtHome() {
        assertEquals("", new CiVariables(Map.of()).run());
        assertEquals(0, new CiVariables(Map.of()).attempt());
    }

    private static String refusal(Map<String, String> environment) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new CiVariables(environment).shard())
                .getMessage());
    }
}
