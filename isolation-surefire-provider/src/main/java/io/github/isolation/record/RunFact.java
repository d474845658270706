package io.github.isolation.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The first line of a record.
 *
 * @param run the id of the run, the name of its directory
 * @param startedAt milliseconds since 1970
 * @param isolation our version
 * @param surefire the plugin, Surefire or Failsafe, and its version
 * @param java version and vendor of the workers' JVM
 * @param module coordinates, {@code groupId:artifactId}; empty where not known
 * @param execution of the plugin, as in {@code default-test}; empty where not known
 * @param directory of the module
 * @param reports where Surefire writes its XML reports
 * @param classes in the order in which they were to run; none where Maven hands them out one at a time
 */
public record RunFact(
        String run,
        long startedAt,
        String isolation,
        String surefire,
        String java,
        String os,
        int cores,
        int forks,
        String module,
        String execution,
        String directory,
        String reports,
        List<Chosen> settings,
        List<String> classes)
        implements Fact {
    /**
     * A setting that somebody chose.
     *
     * @param from {@code command line} or {@code POM}
     */
    public record Chosen(String name, String value, String from) {}

    @Override
    public String line() {
        List<JsonWriter> chosen = new ArrayList<>();
        for (Chosen one : settings) {
            chosen.add(new JsonWriter()
                    .put("name", one.name())
                    .put("value", one.value())
                    .put("from", one.from()));
        }
        return JsonWriter.of("run")
                .put("version", VERSION)
                .put("run", run)
                .put("startedAt", startedAt)
                .put("isolation", isolation)
                .put("surefire", surefire)
                .put("java", java)
                .put("os", os)
                .put("cores", cores)
                .put("forks", forks)
                .put("module", module)
                .put("execution", execution)
                .put("directory", directory)
                .put("reports", reports)
                .objects("settings", chosen)
                .put("classes", classes)
                .toString();
    }

    static RunFact read(Fields in) {
        List<Chosen> settings = new ArrayList<>();
        for (Fields one : in.objects("settings")) {
            settings.add(new Chosen(one.text("name"), one.text("value"), one.text("from")));
        }
        return new RunFact(
                in.text("run"),
                in.number("startedAt"),
                in.text("isolation"),
                in.text("surefire"),
                in.text("java"),
                in.text("os"),
                in.count("cores"),
                in.count("forks"),
                in.text("module"),
                in.text("execution"),
                in.text("directory"),
                in.text("reports"),
                settings,
                in.texts("classes"));
    }
}
