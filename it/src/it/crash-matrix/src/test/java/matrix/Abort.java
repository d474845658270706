package matrix;

/** Dies in the first of its tests. */
class AbortFirstTest extends Dies {
    AbortFirstTest() {
        super(Way.ABORT, 1);
    }
}

/** Dies in the middle of its tests. */
class AbortMiddleTest extends Dies {
    AbortMiddleTest() {
        super(Way.ABORT, 2);
    }
}

/** Dies in the last of its tests. */
class AbortLastTest extends Dies {
    AbortLastTest() {
        super(Way.ABORT, 3);
    }
}
