package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Names that are left of names: in every JVM the same, and each another one. */
class ShortHashTest {
    @Property
    void everyBackendAcceptsIt(@ForAll String text) {
        assertTrue(ShortHash.of(text).matches("[a-z2-7]{12}"), ShortHash.of(text));
    }

    @Property
    void twoTextsAreTwoHashes(@ForAll String one, @ForAll String other) {
        assertEquals(one.equals(other), ShortHash.of(one).equals(ShortHash.of(other)));
    }

    /** Directories on disk are named after it: it is the same in the next version. */
    @Example
    void itStaysWhatItIs() {
        assertEquals("dqecy44u23ui", ShortHash.of(""));
        assertEquals("ucfy3soahrny", ShortHash.of("orders"));
        assertEquals("zaih7in5cbhh", ShortHash.of("gr\u00f6\u00dfe \u20ac"));
    }

    /** In most encodings both are a question mark. */
    @Example
    void halvesOfCharactersAreToldApart() {
        assertNotEquals(ShortHash.of("\ud800"), ShortHash.of("\ud801"));
        assertNotEquals(ShortHash.of("\ud800"), ShortHash.of("?"));
    }
}
