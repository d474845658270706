import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project with tests: made here, or a library's own from its test jar.
 *
 * @param sources Java source by class name
 * @param dependencies more dependencies, as XML
 * @param surefire configuration of Surefire, as XML
 */
record Suite(String name, Map<String, String> sources, String dependencies, String surefire) {

    /** Classes of two tests that do nothing; of so many percent of the classes one test fails. */
    static Suite trivial(String name, int classes, int failingPercent) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < classes; i++) {
            String type = "Trivial%02dTest".formatted(i);
            boolean fails = failingPercent > 0 && i % (100 / failingPercent) == 5;
            sources.put(type, testClass(type, """
                        @Test
                        void one() {}

                        @Test
                        void two() {
                            %s
                        }
                    """.formatted(fails ? "org.junit.jupiter.api.Assertions.fail(\"on purpose\");" : "")));
        }
        return new Suite(name, sources, "", "");
    }

    /** Classes that take so many milliseconds each without computing: long enough for a spare to be ready. */
    static Suite paced(String name, int classes, int millis) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < classes; i++) {
            String type = "Paced%02dTest".formatted(i);
            sources.put(type, testClass(type, """
                        @Test
                        void waits() throws InterruptedException {
                            Thread.sleep(%d);
                        }
                    """.formatted(millis)));
        }
        return new Suite(name, sources, "", "");
    }

    /** Twenty classes of a tenth of a second, and one of ten seconds: 40 tests that wait, or as many invocations of one. */
    static Suite longest(String name, boolean invocations) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            String type = "Short%02dTest".formatted(i);
            sources.put(type, testClass(type, waiting("waits", 100)));
        }
        StringBuilder tests = new StringBuilder();
        if (invocations) {
            tests.append("""
                        @org.junit.jupiter.params.ParameterizedTest
                        @org.junit.jupiter.params.provider.MethodSource("numbers")
                        void waits(int number) throws InterruptedException {
                            Thread.sleep(250);
                        }

                        static java.util.stream.IntStream numbers() {
                            return java.util.stream.IntStream.range(0, 40);
                        }
                    """);
        } else {
            for (int i = 0; i < 40; i++) {
                tests.append(waiting("waits%02d".formatted(i), 250));
            }
        }
        sources.put("LongTest", testClass("LongTest", tests.toString()));
        return new Suite(name, sources, "", "");
    }

    /** Twelve classes that wait 36 seconds in all, one of them a third of that. */
    static Suite oneOfTwelve(String name) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            String type = "Uneven%02dTest".formatted(i);
            StringBuilder tests = new StringBuilder();
            for (int j = 0; j < testsOfTwelve(i); j++) {
                tests.append(waiting("waits%02d".formatted(j), 250));
            }
            sources.put(type, testClass(type, tests.toString()));
        }
        return new Suite(name, sources, "", "");
    }

    /** The fifth has 48 tests, the eleven others have 96 together, from 3 to 14 of them each. */
    private static int testsOfTwelve(int place) {
        return place == 4 ? 48 : new int[] {3, 14, 6, 11, 0, 9, 8, 12, 4, 13, 7, 9}[place];
    }

    /** What the tests of that suite wait in all, in seconds. */
    static double secondsOfTwelve() {
        int tests = 0;
        for (int i = 0; i < 12; i++) {
            tests += testsOfTwelve(i);
        }
        return tests * 0.25;
    }

    private static String waiting(String test, int millis) {
        return """
                    @Test
                    void %s() throws InterruptedException {
                        Thread.sleep(%d);
                    }
                """.formatted(test, millis);
    }

    /** Tests that are done at once, 100 classes of them, each of which prints a line of so many characters. */
    static Suite tiny(String name, int tests, int characters) {
        int classes = Math.min(100, tests / 10);
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < classes; i++) {
            String type = "Tiny%02dTest".formatted(i);
            sources.put(type, testClass(type, """
                        private static final String LINE = "x".repeat(%d);

                        @org.junit.jupiter.api.RepeatedTest(%d)
                        void prints() {
                            if (!LINE.isEmpty()) {
                                System.out.println(LINE);
                            }
                        }
                    """.formatted(Math.max(0, characters - 1), tests / classes)));
        }
        return new Suite(name, sources, "", "");
    }

    /** Many classes of ten tests that do nothing. */
    static Suite many(String name, int classes) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < classes; i++) {
            String type = "Many%04dTest".formatted(i);
            sources.put(type, testClass(type, """
                        @org.junit.jupiter.api.RepeatedTest(10)
                        void passes() {}
                    """));
        }
        return new Suite(name, sources, "", "");
    }

    /** Twelve classes that compute for so many seconds in all, on one core of this machine. */
    static Suite computing(String name, int seconds) {
        int classes = 12;
        long rounds = (long) (Work.roundsPerSecond() * seconds / classes);
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < classes; i++) {
            String type = "Computing%02dTest".formatted(i);
            sources.put(type, testClass(type, """
                        @Test
                        void computes() {
                            long x = 88172645463325252L;
                            for (long i = 0; i < %dL; i++) {
                                x ^= x << 13;
                                x ^= x >>> 7;
                                x ^= x << 17;
                            }
                            org.junit.jupiter.api.Assertions.assertNotEquals(0, x);
                        }
                    """.formatted(rounds)));
        }
        return new Suite(name, sources, "", "");
    }

    /** Twelve classes of 0.3 to 2.5 seconds that wait. */
    static Suite waiting() {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            String type = "Waiting%02dTest".formatted(i);
            sources.put(type, testClass(type, turns(1, 0, uneven(i))));
        }
        return new Suite("waiting", sources, "", "");
    }

    /** Twelve classes of about the same time each alone: every third computes, every third waits, and the others do both in turn. */
    static Suite mixed() {
        double perMilli = Work.roundsPerSecond() / 1000;
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            String type = "Mixed%02dTest".formatted(i);
            int millis = uneven(i);
            String body =
                    switch (i % 3) {
                        case 0 -> turns(1, (long) (millis * perMilli), 0);
                        case 1 -> turns(1, 0, millis);
                        default -> turns(10, (long) (millis * perMilli / 20), millis / 20);
                    };
            sources.put(type, testClass(type, body));
        }
        return new Suite("mixed", sources, "", "");
    }

    private static int uneven(int place) {
        return 300 + place * 7 % 12 * 200;
    }

    /** A test that computes, and then waits, so many times. */
    private static String turns(int turns, long rounds, int millis) {
        return """
                        @Test
                        void takesTurns() throws InterruptedException {
                            long x = 88172645463325252L;
                            for (int turn = 0; turn < %d; turn++) {
                                for (long i = 0; i < %dL; i++) {
                                    x ^= x << 13;
                                    x ^= x >>> 7;
                                    x ^= x << 17;
                                }
                                Thread.sleep(%d);
                            }
                            org.junit.jupiter.api.Assertions.assertNotEquals(0, x);
                        }
                    """.formatted(turns, rounds, millis);
    }

    /** The library's own tests, as it publishes them. */
    static Suite library(String name, String artifact, String version) {
        String dependencies = Xml.dependency("org.apache.commons", artifact, version, "")
                + Xml.dependency("org.apache.commons", artifact, version, "<classifier>tests</classifier>");
        if (artifact.equals("commons-text")) {
            dependencies += Xml.dependency("commons-io", "commons-io", "2.18.0", "")
                    + Xml.dependency("org.apache.commons", "commons-rng-simple", "1.6", "")
                    + Xml.dependency("org.mockito", "mockito-inline", "4.11.0", "");
        } else {
            dependencies += Xml.dependency("org.apache.commons", "commons-lang3", "3.17.0", "")
                    + Xml.dependency("org.easymock", "easymock", "4.0.2", "")
                    + Xml.dependency("org.junit.vintage", "junit-vintage-engine", "5.13.4", "")
                    + Xml.dependency("junit", "junit", "4.13.2", "");
        }
        String surefire = "<dependenciesToScan><dependency>org.apache.commons:" + artifact
                + ":jar:tests</dependency></dependenciesToScan>"
                + "<excludes><exclude>org/apache/commons/text/jmh/**</exclude></excludes>";
        return new Suite(name, Map.of(), dependencies, surefire);
    }

    private static String testClass(String type, String body) {
        return "import org.junit.jupiter.api.Test;\n\nclass " + type + " {\n" + body + "}\n";
    }

    /** Writes the project, wired or not, and returns its directory. */
    Path write(Path directory, boolean ours) throws IOException {
        Path project = directory.resolve(name + (ours ? "-ours" : "-stock"));
        Path tests = Files.createDirectories(project.resolve("src/test/java"));
        Files.writeString(project.resolve("pom.xml"), Xml.pom(name, dependencies, surefire, ours));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = tests.resolve(source.getKey() + ".java");
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
                Files.writeString(file, source.getValue());
            }
        }
        return project;
    }
}
