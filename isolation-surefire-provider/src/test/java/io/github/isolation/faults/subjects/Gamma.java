package io.github.isolation.faults.subjects;

import org.junit.jupiter.api.Test;

/** One of the classes that workers run while something goes wrong. */
class Gamma {
    @Test
    void first() {}

    @Test
    void second() {
        System.out.println("Gamma");
    }
}
