package io.github.isolation;

/**
 * How far {@code Isolation.once} reaches. For less than that there is what JUnit has: an instance field (test), {@code
 * BeforeAll} (class, in one worker), a static field (worker).
 */
public enum OnceScope {
    /**
     * One build: all forks of an execution of Surefire or Failsafe in this module, the workers that are replaced in it
     * included, and all builds that run in the same directory at the same time. What was made is made anew as soon as
     * every run that used it has ended. An IDE is a build for as long as its JVM lives.
     */
    BUILD,

    /**
     * One user: every build, now and later, in the fixture cache. It stays until {@code clean-cache} removes it, so whatever it
     * depends on belongs into the key: {@code "schema-" + version}.
     */
    USER
}
