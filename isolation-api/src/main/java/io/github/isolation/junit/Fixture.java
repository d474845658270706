package io.github.isolation.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A fixture in the hands of a test: a parameter or field of type {@code Path} (or {@code File}), which points to a copy that
 * nobody else has. Works in an IDE as well, once Maven has fetched the fixture.
 *
 * <pre>{@code
 * @Test
 * void splitsAreRead(@Fixture("splits") Path splits) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@ExtendWith(FixtureExtension.class)
public @interface Fixture {
    /** Its id in the POM. */
    String value();

    /** Who else has the same copy. */
    Scope scope() default Scope.TEST;

    /**
     * Whether the copy stays where it is if a test fails that has it; the report then says where. {@code
     * -Disolation.keepOnFailure=true} asks for that everywhere. For {@link Scope#TEST} and {@link Scope#CLASS}.
     */
    boolean keepOnFailure() default false;

    /** Who has the same copy. */
    enum Scope {
        /** Nobody: it is made for one invocation of one test, with its {@code BeforeEach} and {@code AfterEach}. */
        TEST,

        /**
         * The tests of a class and of those nested in it, in one worker: what is resumed after a crash or a retirement gets
         * a new copy.
         */
        CLASS,

        /** All tests of the fork: {@code Isolation.fixture(id)}. Tests may write to it. */
        FORK,

        /** Everybody: it is the fixture in the cache of this user, for reading only. */
        CACHE
    }
}
