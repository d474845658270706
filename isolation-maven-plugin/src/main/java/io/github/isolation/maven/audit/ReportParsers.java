package io.github.isolation.maven.audit;

import java.util.List;
import javax.xml.stream.XMLInputFactory;

/** Parsers of XML reports, which fetch nothing and take a report of any size. */
public final class ReportParsers {
    /**
     * From JDK 24 on, 100,000 of them are too many for one document: each quote in an attribute is one, and a report of many invocations
     * with texts in their names has more. There are no others: a DTD is refused.
     */
    private static final List<String> ENTITIES =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    private ReportParsers() {}

    /** What makes them. Thread-safe once it is made. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (String limit : ENTITIES) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, "0"); // none
            }
        }
        return factory;
    }
}
