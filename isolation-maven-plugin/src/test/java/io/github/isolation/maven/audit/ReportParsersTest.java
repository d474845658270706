package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** Reports are read however many quotes are in them. */
class ReportParsersTest {
    private static final String LIMIT = "jdk.xml.maxGeneralEntitySizeLimit";

    /** As JDK 24 limits it by itself. */
    @Test
    void quotesInAReportAreNotLimited() throws Exception {
        String before = System.setProperty(LIMIT, "100000");
        try {
            XMLStreamReader xml = ReportParsers.factory()
                    .createXMLStreamReader(new StringReader("<testsuite>"
                            + "<testcase classname='a.ATest' name='[1] &quot;x&quot;'/>".repeat(60_000)
                            + "</testsuite>"));
            int cases = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    cases++;
                }
            }
            assertEquals(60_000, cases);
        } finally {
            if (before == null) {
                System.clearProperty(LIMIT);
            } else {
                System.setProperty(LIMIT, before);
            }
        }
    }
}
