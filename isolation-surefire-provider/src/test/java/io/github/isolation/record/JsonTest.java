package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as others write it is read, and what we write is JSON to others. */
class JsonTest {
    private static Object value(String json) {
        return JsonReader.object("{\"v\":" + json + "}").get("v");
    }

    @Test
    void everyKindOfValue() {
        assertEquals(1L, value("1"));
        assertEquals(-12L, value("-12"));
        assertEquals(0.5, value("0.5"));
        assertEquals(1500.0, value("1.5e3"));
        assertEquals(1500.0, value("15E+2"));
        assertEquals(true, value("true"));
        assertEquals(false, value("false"));
        assertEquals("", value("\"\""));
        assertEquals(List.of(), value("[ ]"));
        assertEquals(Map.of(), value("{ }"));
        assertEquals(List.of(1L, "a", List.of(true), Map.of("b", 2L)), value("[1,\"a\",[true],{\"b\":2}]"));
    }

    /** A field that is null is as if it were not there: that is what a reader makes of it anyway. */
    @Test
    void nullIsNothing() {
        assertEquals(Map.of("a", 1L), JsonReader.object("{\"n\":null,\"a\":1}"));
        assertEquals(List.of(1L), value("[null,1]"));
    }

    @Test
    void blanksAreAllowedWhereverJsonAllowsThem() {
        assertEquals(
                Map.of("a", List.of(1L, 2L), "b", "c d"),
                JsonReader.object(" \t{ \"a\" : [ 1 , 2 ] , \"b\" : \"c d\" } \r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\n\\r\\t\\b\\f\" | 10 13 9 8 12",
                "\"\\\\\\\"\\/\" | 92 34 47",
                "\"\\u0041\\u00e9\\u6F22\" | 65 233 28450",
                "\"\\ud83d\\ude00\" | 55357 56832",
            })
    void escapes(String json, String characters) {
        StringBuilder codes = new StringBuilder();
        value(json).toString().chars().forEach(c -> codes.append(codes.isEmpty() ? "" : " ")
                .append(c));
        assertEquals(characters, codes.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "[]",
                "\"a\"",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\" 1}",
                "{\"a\":[1}",
                "{\"a\":[1,]}",
                "{\"a\":tru}",
                "{\"a\":-}",
                "{\"a\":1.2.3}",
                "{\"a\":99999999999999999999}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"b",
                "{\"a\":\"\\",
                "{\"a\":'b'}"
            })
    void whatIsNoObjectIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.object(text));
    }

    @Test
    void anErrorSaysWhere() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> JsonReader.object("{\"a\":?}"));
        assertEquals("a value is expected at character 6 of: {\"a\":?}", refused.getMessage());
    }

    @Test
    void whatSaysNothingIsNotWritten() {
        JsonWriter out = new JsonWriter()
                .put("empty", "")
                .put("none", (Number) null)
                .put("no", false)
                .put("nobody", List.of())
                .putUnlessZero("zero", 0)
                .objects("nothing", List.of());
        assertEquals("{}", out.toString());
    }

    @Test
    void whatIsWrittenIsInThatOrder() {
        JsonWriter out = new JsonWriter()
                .put("b", "x")
                .put("a", 1)
                .put("yes", true)
                .putEither("either", false)
                .put("all", List.of("p", "q"))
                .putUnlessZero("one", 1)
                .objects("objects", List.of(new JsonWriter().put("c", 0.5), new JsonWriter()));
        assertEquals(
                "{\"b\":\"x\",\"a\":1,\"yes\":true,\"either\":false,\"all\":[\"p\",\"q\"],\"one\":1,\"objects\":[{\"c\":0.5},{}]}",
                out.toString());
    }

    @Test
    void fieldsOfAnotherTypeAreAsIfTheyWereNotThere() {
        Fields fields =
                new Fields(JsonReader.object("{\"t\":\"x\",\"n\":7,\"d\":1.5,\"f\":true,\"l\":[\"a\",1,{\"b\":2}]}"));
        assertEquals("x", fields.text("t"));
        assertEquals("", fields.text("n"));
        assertEquals("", fields.text("missing"));
        assertEquals(7, fields.number("n"));
        assertEquals(0, fields.number("t"));
        assertEquals(1.5, fields.decimal("d"));
        assertEquals(0, fields.decimal("t"));
        assertEquals(7, fields.countOrNull("n"));
        assertEquals(null, fields.countOrNull("t"));
        assertEquals(true, fields.flag("f"));
        assertEquals(false, fields.flag("n"));
        assertEquals(List.of("a"), fields.texts("l"));
        assertEquals(List.of(), fields.texts("t"));
        assertEquals(2, fields.objects("l").get(0).number("b"));
        assertEquals(1, fields.objects("l").size());
        assertEquals(List.of(), fields.objects("n"));
    }
}
