package matrix;

/** Dies in the first of its tests. */
class ExitThreeFirstTest extends Dies {
    ExitThreeFirstTest() {
        super(Way.EXIT_3, 1);
    }
}

/** Dies in the middle of its tests. */
class ExitThreeMiddleTest extends Dies {
    ExitThreeMiddleTest() {
        super(Way.EXIT_3, 2);
    }
}

/** Dies in the last of its tests. */
class ExitThreeLastTest extends Dies {
    ExitThreeLastTest() {
        super(Way.EXIT_3, 3);
    }
}
