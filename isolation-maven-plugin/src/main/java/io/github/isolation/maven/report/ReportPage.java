package io.github.isolation.maven.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.github.isolation.maven.findings.AuditReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one file that shows runs. It needs no other: its scripts and styles are in it, and its content security policy allows these and
 * nothing else, so that it asks no network for anything, whatever the names of tests are. The policy is in the template, with the
 * digests of scripts and styles: to compute them takes a JVM that has just begun as long as to write the page.
 */
public final class ReportPage {
    static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
    static final List<String> SCRIPTS = List.of("model.js", "timeline.js", "views.js", "main.js");
    static final String STYLE = "report.css";
    static final String TEMPLATE = "index.mustache";

    /** Most pages have none, and to read a template takes a JVM that has just begun some milliseconds. */
    static final String TEMPLATE_OF_AUDIT = "audit.mustache";

    private ReportPage() {}

    /**
     * Writes it. Whoever opens the file sees the page of before, or this one.
     *
     * @param title what it is about
     * @param runs in the order in which they are listed
     * @param audit of these runs; null if they had none
     * @throws IOException if it cannot be written
     */
    public static void write(String title, List<ShownRun> runs, @Nullable AuditReport audit, Path file)
            throws IOException {
        write(ofOneBuild(title, runs, audit), file);
    }

    /**
     * Writes one of the runs of several machines.
     *
     * @param together what is to be thought of all of them: it stands on top
     * @param runs in the order in which they are listed
     * @throws IOException if it cannot be written
     */
    public static void write(Together together, List<ShownRun> runs, Path file) throws IOException {
        write(ofMachines(together, runs), file);
    }

    private static void write(Map<String, Object> model, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        // Not a file for temporary things: those are for their owner alone, and a server that collects artifacts is
        // another user.
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                write(model, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static void write(String title, List<ShownRun> runs, @Nullable AuditReport audit, OutputStream out)
            throws IOException {
        write(ofOneBuild(title, runs, audit), out);
    }

    /** Scripts, which are most of it, are copied as they are, and are no texts here. */
    private static void write(Map<String, Object> model, OutputStream out) throws IOException {
        write(filled(TEMPLATE, model), out);
        write("<script>", out);
        copy(D3, out);
        write("</script>\n<script>", out);
        for (String script : SCRIPTS) {
            copy(script, out);
        }
        write("</script>\n</body>\n</html>\n", out);
    }

    private static Map<String, Object> ofOneBuild(String title, List<ShownRun> runs, @Nullable AuditReport audit)
            throws IOException {
        Map<String, Object> model = model(title, runs);
        model.put("audit", audit == null ? "" : filled(TEMPLATE_OF_AUDIT, AuditView.of(audit)));
        model.put("together", List.of());
        return model;
    }

    private static Map<String, Object> ofMachines(Together together, List<ShownRun> runs) throws IOException {
        Map<String, Object> model = model("All machines", runs);
        model.put("audit", "");
        model.put("together", List.of(together.view()));
        return model;
    }

    private static Map<String, Object> model(String title, List<ShownRun> runs) throws IOException {
        List<Map<String, Object>> heads = new ArrayList<>();
        for (ShownRun run : runs) {
            Map<String, Object> head = RunHead.of(run);
            head.put("number", heads.size());
            heads.add(head);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("several", runs.size() > 1);
        model.put("runs", heads);
        model.put("style", text(STYLE));
        model.put("data", ReportData.json(runs));
        return model;
    }

    private static String filled(String template, Map<String, Object> model) throws IOException {
        try {
            return Mustache.compiler()
                    .emptyStringIsFalse(true)
                    .compile(text(template))
                    .execute(model);
        } catch (MustacheException e) {
            throw new IOException("the page could not be made: " + e.getMessage(), e);
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        // Not by a writer that is strict: half a character, as a test may have one in its name, would be an exception
        // there.
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void copy(String resource, OutputStream out) throws IOException {
        try (InputStream in = open(resource)) {
            in.transferTo(out);
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream open(String resource) throws IOException {
        InputStream in = ReportPage.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path of isolation-maven-plugin");
        }
        return in;
    }
}
