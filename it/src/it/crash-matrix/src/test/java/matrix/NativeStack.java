package matrix;

/** Dies in the first of its tests. */
class NativeStackFirstTest extends Dies {
    NativeStackFirstTest() {
        super(Way.NATIVE_STACK, 1);
    }
}

/** Dies in the middle of its tests. */
class NativeStackMiddleTest extends Dies {
    NativeStackMiddleTest() {
        super(Way.NATIVE_STACK, 2);
    }
}

/** Dies in the last of its tests. */
class NativeStackLastTest extends Dies {
    NativeStackLastTest() {
        super(Way.NATIVE_STACK, 3);
    }
}
