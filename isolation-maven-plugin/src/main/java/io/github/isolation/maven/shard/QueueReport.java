package io.github.isolation.maven.shard;

import io.github.isolation.record.Fields;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The results of a class as the queue has them, and the XML reports that Surefire would have written of them. */
final class QueueReport {
    /** One attempt at a test. */
    private record Attempt(String outcome, long millis, String message, String stack) {
        boolean isFailure() {
            return outcome.equals("failed") || outcome.equals("error");
        }
    }

    /** A test, and all attempts at it: one case of a report. */
    private record Case(String className, String name, List<Attempt> attempts) {}

    private final Map<String, List<Case>> cases = new LinkedHashMap<>();
    private boolean cut;

    private QueueReport() {}

    /**
     * Reads it.
     *
     * @throws IOException if it cannot be understood
     */
    static QueueReport read(String lines) throws IOException {
        QueueReport report = new QueueReport();
        try {
            lines.lines().map(Fields::of).forEach(report::take);
        } catch (IllegalArgumentException e) {
            throw new IOException("what the queue has of a class cannot be understood: " + e.getMessage(), e);
        }
        return report;
    }

    private void take(Fields in) {
        if (in.text("what").equals("cut")) {
            cut = true;
        } else if (in.text("what").equals("case")) {
            Attempt attempt =
                    new Attempt(in.text("outcome"), in.number("millis"), in.text("message"), in.text("stack"));
            List<Case> of = cases.computeIfAbsent(in.text("source"), any -> new ArrayList<>());
            Case before = in.flag("rerun") ? find(of, in.text("class"), in.text("name")) : null;
            if (before == null) {
                of.add(new Case(in.text("class"), in.text("name"), new ArrayList<>(List.of(attempt))));
            } else {
                before.attempts().add(attempt);
            }
        }
    }

    private static @Nullable Case find(List<Case> cases, String className, String name) {
        return cases.stream()
                .filter(one -> one.className().equals(className) && one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The test sets, which are mostly the class itself. */
    Set<String> sources() {
        return cases.keySet();
    }

    /** Whether there was more than the queue takes. */
    boolean isCut() {
        return cut;
    }

    /** Writes the report of a test set. */
    void write(String source, long millis, Path file) throws IOException {
        List<Case> of = cases.getOrDefault(source, List.of());
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", plain(source));
            xml.writeAttribute("time", seconds(millis));
            xml.writeAttribute("tests", "" + of.size());
            xml.writeAttribute("errors", "" + count(of, "error"));
            xml.writeAttribute("skipped", "" + (count(of, "skipped") + count(of, "aborted")));
            xml.writeAttribute("failures", "" + count(of, "failed"));
            for (Case one : of) {
                write(xml, one);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static long count(List<Case> cases, String outcome) {
        return cases.stream().filter(one -> last(one).equals(outcome)).count();
    }

    /** A test that passed once has passed; of one that never did, the first failure counts, as with Surefire. */
    private static String last(Case one) {
        return one.attempts().stream()
                .filter(attempt -> !attempt.isFailure())
                .findFirst()
                .orElse(one.attempts().get(0))
                .outcome();
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        boolean passed = one.attempts().stream().anyMatch(attempt -> !attempt.isFailure());
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", plain(one.name()));
        xml.writeAttribute("classname", plain(one.className()));
        xml.writeAttribute("time", seconds(one.attempts().get(0).millis()));
        for (int i = 0; i < one.attempts().size(); i++) {
            Attempt attempt = one.attempts().get(i);
            String kind = attempt.outcome().equals("error") ? "Error" : "Failure";
            if (attempt.isFailure()) {
                String again = passed ? "flaky" : i == 0 ? "" : "rerun";
                element(xml, again.isEmpty() ? kind.toLowerCase(Locale.ROOT) : again + kind, attempt);
            } else if (!attempt.outcome().equals("succeeded")) {
                xml.writeStartElement("skipped");
                xml.writeAttribute("message", plain(attempt.message()));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, Attempt attempt) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", plain(attempt.message()));
        xml.writeAttribute("type", plain(attempt.stack().split("[:\\s]", 2)[0]));
        xml.writeCharacters(plain(attempt.stack()));
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1_000.0);
    }

    /** Without what XML has no way to say. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xfffe && c != 0xffff && !isHalf(c))
                        ? c
                        : '?')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
