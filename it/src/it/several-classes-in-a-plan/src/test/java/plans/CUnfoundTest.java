package plans;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Cannot be discovered by a worker that has run something: only by the first look at all classes, for their order. */
@DisplayNameGeneration(CUnfoundTest.Names.class)
class CUnfoundTest {
    static class Names extends DisplayNameGenerator.Standard {
        private static int asked;

        @Override
        public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
            if (++asked > 1) {
                throw new IllegalStateException("no name for " + method.getName());
            }
            return super.generateDisplayNameForMethod(enclosing, testClass, method);
        }
    }

    @Test
    void isNotFound() {}
}
