package matrix;

/** Dies in the first of its tests. */
class ExitZeroFirstTest extends Dies {
    ExitZeroFirstTest() {
        super(Way.EXIT_0, 1);
    }
}

/** Dies in the middle of its tests. */
class ExitZeroMiddleTest extends Dies {
    ExitZeroMiddleTest() {
        super(Way.EXIT_0, 2);
    }
}

/** Dies in the last of its tests. */
class ExitZeroLastTest extends Dies {
    ExitZeroLastTest() {
        super(Way.EXIT_0, 3);
    }
}
