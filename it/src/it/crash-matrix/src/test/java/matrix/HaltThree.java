package matrix;

/** Dies in the first of its tests. */
class HaltThreeFirstTest extends Dies {
    HaltThreeFirstTest() {
        super(Way.HALT_3, 1);
    }
}

/** Dies in the middle of its tests. */
class HaltThreeMiddleTest extends Dies {
    HaltThreeMiddleTest() {
        super(Way.HALT_3, 2);
    }
}

/** Dies in the last of its tests. */
class HaltThreeLastTest extends Dies {
    HaltThreeLastTest() {
        super(Way.HALT_3, 3);
    }
}
