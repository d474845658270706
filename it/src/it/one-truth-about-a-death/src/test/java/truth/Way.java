package truth;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three tests, in the second of which a JVM may die. */
@TestMethodOrder(MethodName.class)
abstract class Way {
    abstract void die();

    @Test
    void before() {
        Bodies.ran(getClass().getSimpleName() + "#before");
    }

    @Test
    void culprit() {
        Bodies.ran(getClass().getSimpleName() + "#culprit");
        Path died = Path.of(
                System.getProperty("basedir"),
                "target",
                System.getProperty("run") + getClass().getSimpleName());
        if (System.getProperty("times").equals("always") || died.toFile().mkdir()) {
            die();
        }
    }

    @Test
    void later() {
        Bodies.ran(getClass().getSimpleName() + "#later");
    }

    /** By a word of nobody's. */
    static class Halt extends Way {
        @Override
        void die() {
            Crash.here();
        }
    }

    /** By a call that anybody may make. */
    static class Exit extends Way {
        @Override
        void die() {
            System.exit(4);
        }
    }

    /** JUnit gives up on such an error, and with it Surefire's booter, which logs it before it leaves. */
    static class Memory extends Way {
        @Override
        void die() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    /** The same, from a heap that is full. */
    static class Heap extends Way {
        @Override
        void die() {
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[1 << 20]);
            }
        }
    }
}
