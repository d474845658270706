package matrix;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.concurrent.CountDownLatch;
import sun.misc.Unsafe;

/** The ways in which a test may take its JVM along. */
enum Way {
    EXIT_0 {
        @Override
        void end() {
            System.exit(0);
        }
    },
    EXIT_3 {
        @Override
        void end() {
            System.exit(3);
        }
    },
    HALT_0 {
        @Override
        void end() {
            Runtime.getRuntime().halt(0);
        }
    },
    HALT_3 {
        @Override
        void end() {
            Runtime.getRuntime().halt(3);
        }
    },
    SEGMENTATION_FAULT {
        @Override
        void end() throws ReflectiveOperationException {
            Field unsafe = Unsafe.class.getDeclaredField("theUnsafe");
            unsafe.setAccessible(true);
            ((Unsafe) unsafe.get(null)).putAddress(0, 0);
        }
    },
    ABORT {
        @Override
        void end() throws IOException, InterruptedException {
            signal("-ABRT");
        }
    },
    KILL_9 {
        @Override
        void end() throws IOException, InterruptedException {
            signal("-KILL");
        }
    },
    NATIVE_STACK {
        @Override
        void end() throws IOException {
            DeepClass.define();
        }
    },
    /** A crash with {@code -XX:+ExitOnOutOfMemoryError}, and without it a test that failed. */
    HEAP {
        @Override
        void end() {
            long[] tooMuch = new long[1 << 27];
            throw new IllegalStateException("the heap must hold less than " + tooMuch.length);
        }
    };

    /** Does not return. */
    abstract void end() throws Exception;

    private static void signal(String signal) throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", signal, self).start();
        new CountDownLatch(1).await();
    }
}
