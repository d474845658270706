package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** What is given with -D goes before what stands in the POM. */
class CommandLineFirstTest {
    private final Plugin own = new Plugin();
    private final Properties user = new Properties();

    @Test
    void elementsOfThePluginAndOfItsExecutionsAreOverwritten() throws Exception {
        own.setConfiguration(dom("<slowAfter>1s</slowAfter><ports><port>http</port></ports><leaks>fail</leaks>"));
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(dom("<directory>here</directory>"));
        own.addExecution(execution);
        user.setProperty("isolation.slowAfter", "2s");
        user.setProperty("isolation.ports", "grpc");
        user.setProperty("isolation.directory", "there");
        CommandLineFirst.in(own, user);
        assertEquals("2s", text(own.getConfiguration(), "slowAfter"));
        assertEquals("grpc", text(own.getConfiguration(), "ports"));
        assertEquals(0, ((Xpp3Dom) own.getConfiguration()).getChild("ports").getChildCount());
        assertEquals("fail", text(own.getConfiguration(), "leaks"));
        assertEquals("there", text(execution.getConfiguration(), "directory"));
    }

    /** Their properties are Surefire's own, without a prefix. */
    @Test
    void soAreTheTwoThatSurefireHasAsWell() throws Exception {
        own.setConfiguration(dom("<skipTests>true</skipTests><skipTestCompilation>true</skipTestCompilation>"));
        user.setProperty("skipTests", "false");
        user.setProperty("maven.test.skip", "false");
        CommandLineFirst.in(own, user);
        assertEquals("false", text(own.getConfiguration(), "skipTests"));
        assertEquals("false", text(own.getConfiguration(), "skipTestCompilation"));
    }

    @Test
    void whatIsNoSettingStays() throws Exception {
        own.setConfiguration(dom("<nonsense>a</nonsense><fixtures><fixture/></fixtures>"));
        user.setProperty("isolation.nonsense", "b");
        user.setProperty("isolation.fixtures", "c");
        CommandLineFirst.in(own, user);
        assertEquals("a", text(own.getConfiguration(), "nonsense"));
        assertEquals(1, ((Xpp3Dom) own.getConfiguration()).getChild("fixtures").getChildCount());
    }

    private static String text(Object configuration, String name) {
        return Dom.text((Xpp3Dom) configuration, name);
    }

    private static Xpp3Dom dom(String content) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }
}
