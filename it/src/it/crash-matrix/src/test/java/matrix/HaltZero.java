package matrix;

/** Dies in the first of its tests. */
class HaltZeroFirstTest extends Dies {
    HaltZeroFirstTest() {
        super(Way.HALT_0, 1);
    }
}

/** Dies in the middle of its tests. */
class HaltZeroMiddleTest extends Dies {
    HaltZeroMiddleTest() {
        super(Way.HALT_0, 2);
    }
}

/** Dies in the last of its tests. */
class HaltZeroLastTest extends Dies {
    HaltZeroLastTest() {
        super(Way.HALT_0, 3);
    }
}
