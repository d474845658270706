package io.github.isolation.maven.report;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one file that shows runs. It needs no other: its scripts and styles are in it, and its content security policy allows these and
 * nothing else, so that it asks no network for anything, whatever the names of tests are.
 */
public final class ReportPage {
    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
    private static final List<String> SCRIPTS = List.of("model.js", "timeline.js", "views.js", "main.js");

    private ReportPage() {}

    /**
     * Writes it. Whoever opens the file sees the page of before, or this one.
     *
     * @param title what it is about
     * @param runs in the order in which they are listed
     * @throws IOException if it cannot be written
     */
    public static void write(String title, List<ShownRun> runs, Path file) throws IOException {
        // Not Files.writeString: half a character, as a test may have one in its name, would be an exception there.
        byte[] page = html(title, runs).getBytes(StandardCharsets.UTF_8);
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        // Not a file for temporary things: those are for their owner alone, and a server that collects artifacts is
        // another user.
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(draft, page);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static String html(String title, List<ShownRun> runs) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ReportPage.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setLogTemplateExceptions(false);

        StringBuilder own = new StringBuilder("'use strict';\n");
        for (String script : SCRIPTS) {
            own.append(resource(script));
        }
        String d3 = resource(D3);
        String style = resource("report.css");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title);
        model.put("runs", runs.stream().map(RunHead::of).toList());
        model.put("style", style);
        model.put("d3", d3);
        model.put("script", own.toString());
        model.put("scriptHashes", hash(d3) + " " + hash(own.toString()));
        model.put("styleHash", hash(style));
        model.put("data", ReportData.json(runs));
        StringWriter page = new StringWriter();
        try {
            configuration.getTemplate("index.ftlh").process(model, page);
        } catch (TemplateException e) {
            throw new IOException("the page could not be made: " + e.getMessage(), e);
        }
        return page.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path of isolation-maven-plugin");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As a content security policy names it. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
