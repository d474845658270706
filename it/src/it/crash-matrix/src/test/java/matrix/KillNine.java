package matrix;

/** Dies in the first of its tests. */
class KillNineFirstTest extends Dies {
    KillNineFirstTest() {
        super(Way.KILL_9, 1);
    }
}

/** Dies in the middle of its tests. */
class KillNineMiddleTest extends Dies {
    KillNineMiddleTest() {
        super(Way.KILL_9, 2);
    }
}

/** Dies in the last of its tests. */
class KillNineLastTest extends Dies {
    KillNineLastTest() {
        super(Way.KILL_9, 3);
    }
}
