import java.util.List;
import java.util.stream.Stream;

/**
 * One comparison.
 *
 * @param oursArguments what is asked of us, as Maven is told it
 * @param stockArguments the same of stock Surefire
 * @param wall what the ratio of wall times must not exceed, with 1 fork, 2, 3 and so on; 0 where nothing is promised
 * @param cpu the same of CPU times
 */
record Scenario(
        String name,
        Suite suite,
        List<String> oursArguments,
        List<String> stockArguments,
        double[] wall,
        double cpu) {

    private static final String IGNORE_FAILURES = "-Dmaven.test.failure.ignore=true";
    private static final int LONG_PAIRS = 3;
    private static final String W3 = "W3";
    private static final String S6 = "S6";

    static List<Scenario> all(Options options) {
        Suite trivial = Suite.trivial("S1", 40, 0);
        return Stream.of(
                        shared("S1", trivial, 1.0, 0.90),
                        library("S2", "commons-text", "1.13.0"),
                        library("S3", "commons-collections4", "4.4"),
                        shared("S4", Suite.computing("S4", options.seconds()), 1.0, 0.96),
                        shared("S5", Suite.tiny("S5", 20_000, 1024), 1.0, 1.0),
                        sharing("W1", Suite.longest("W1", false)),
                        sharing("W2", Suite.longest("W2", true)),
                        new Scenario(
                                W3,
                                Suite.oneOfTwelve(W3),
                                List.of("-Disolation.splitClasses=tail"),
                                List.of(),
                                new double[] {},
                                0),
                        fresh(S6, true),
                        fresh(S6 + "-shared-archive", false),
                        new Scenario(
                                "S1-fresh",
                                trivial,
                                List.of("-DreuseForks=false"),
                                List.of("-DreuseForks=false"),
                                new double[] {0.30, 0.30},
                                0.40),
                        new Scenario(
                                "paced-fresh",
                                Suite.paced("paced", 8, 1000),
                                List.of("-DreuseForks=false"),
                                List.of("-DreuseForks=false"),
                                new double[] {0, 0},
                                0),
                        new Scenario(
                                "S1-retireOnFailure",
                                Suite.trivial("S1-failing", 40, 10),
                                List.of("-Disolation.retireOnFailure=afterClass", IGNORE_FAILURES),
                                List.of(IGNORE_FAILURES),
                                new double[] {0, 0},
                                0))
                .filter(scenario -> options.wants(scenario.name))
                .toList();
    }

    /** A Spring context for each class, in a worker of its own. */
    private static Scenario fresh(String name, boolean archiveOfSuite) {
        double target = Runtime.version().feature() >= 25 ? 0.40 : 0.50;
        List<String> fresh = List.of("-DreuseForks=false");
        return new Scenario(
                name,
                SpringSuite.of(S6),
                archiveOfSuite ? List.of("-DreuseForks=false", "-Disolation.archive=suite") : fresh,
                fresh,
                archiveOfSuite ? new double[] {target, target} : new double[] {},
                0);
    }

    private static Scenario shared(String name, Suite suite, double oneFork, double twoForks) {
        return new Scenario(name, suite, List.of(), List.of(), new double[] {oneFork, twoForks}, 1.0);
    }

    /** A run that is as long as its longest class, unless forks can share that one. */
    private static Scenario sharing(String name, Suite suite) {
        return new Scenario(
                name,
                suite,
                List.of("-Disolation.splitClasses=tail"),
                List.of(),
                new double[] {0, 0.60, 0, 0.35},
                0);
    }

    /** Some of a library's tests fail outside of its own build: the same with both. */
    private static Scenario library(String name, String artifact, String version) {
        List<String> arguments = List.of(IGNORE_FAILURES);
        return new Scenario(
                name, Suite.library(name, artifact, version), arguments, arguments, new double[] {1.0, 0.96}, 1.0);
    }

    int pairs(int wanted) {
        boolean isLong = name.equals("S4") || name.equals("paced-fresh") || name.startsWith(S6) || name.equals(W3);
        return isLong ? Math.min(LONG_PAIRS, wanted) : wanted;
    }

    /** Whether workers are replaced, so that there are gaps to look at. */
    boolean retires() {
        return name.contains("-") || name.equals(S6);
    }

    /** Whether workers must have started from the archive of the suite's own jars. */
    boolean hasArchiveOfSuite() {
        return oursArguments.contains("-Disolation.archive=suite");
    }

    /** What its tests wait in all, in seconds, where they can be spread over forks as one likes; 0 where that is not so. */
    double divisibleSeconds() {
        return name.equals(W3) ? Suite.secondsOfTwelve() : 0;
    }

    /** As ours, without what makes a replacement fast. */
    List<String> coldArguments() {
        return Stream.concat(oursArguments.stream(), Stream.of("-Disolation.spares=0", "-Disolation.archive=false"))
                .toList();
    }
}
