package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Surefire's booter reads what we write. */
class PropertyTextTest {
    @Property
    void whatIsReadIsWhatWasWritten(@ForAll Map<String, String> any) throws IOException {
        Properties properties = new Properties();
        properties.putAll(any);
        assertEquals(properties, read(PropertyText.of(properties)));
    }

    @Example
    void whatMeansSomethingInSuchAFileIsEscaped() throws IOException {
        Properties properties = new Properties();
        properties.setProperty(" a b=c:d#!", "  x = y\\z\n# \u00e9\u20ac\ud83d\ude00\u0000");
        assertEquals(properties, read(PropertyText.of(properties)));
    }

    private static Properties read(String text) throws IOException {
        Properties read = new Properties();
        read.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        return read;
    }
}
