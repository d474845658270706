package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Which tests of JUnit 4 have a number for a name. */
class VintageIndexTest {
    private static final String RUNNER = "[engine:junit-vintage]/[runner:a.CTest]";

    @Test
    void anIndexAloneIsNoName() {
        assertEquals(RUNNER, VintageIndex.runner(RUNNER + "/[test:%5B3%5D]/[test:m%5B3%5D(a.CTest)]"));
    }

    @Test
    void whatHasANameIsKnownByIt() {
        assertNull(VintageIndex.runner(RUNNER + "/[test:%5B3: Berlin%5D]/[test:m%5B3: Berlin%5D(a.CTest)]"));
        assertNull(VintageIndex.runner(RUNNER + "/[test:m(a.CTest)]"));
        assertNull(VintageIndex.runner("[engine:junit-jupiter]/[class:a.CTest]/[method:m()]"));
    }
}
