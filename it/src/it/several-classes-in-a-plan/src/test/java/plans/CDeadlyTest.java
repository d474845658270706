package plans;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Ends a JVM that discovers it for the second time: the first is the look at all classes, for their order. */
@DisplayNameGeneration(CDeadlyTest.Names.class)
class CDeadlyTest {
    static class Names extends DisplayNameGenerator.Standard {
        private static int asked;

        @Override
        public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
            if (++asked > 1) {
                Runtime.getRuntime().halt(9);
            }
            return super.generateDisplayNameForMethod(enclosing, testClass, method);
        }
    }

    @Test
    void runs() {}
}
