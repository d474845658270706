package matrix;

/** Dies in the first of its tests. */
class HeapFirstTest extends Dies {
    HeapFirstTest() {
        super(Way.HEAP, 1);
    }
}

/** Dies in the middle of its tests. */
class HeapMiddleTest extends Dies {
    HeapMiddleTest() {
        super(Way.HEAP, 2);
    }
}

/** Dies in the last of its tests. */
class HeapLastTest extends Dies {
    HeapLastTest() {
        super(Way.HEAP, 3);
    }
}
