package io.github.isolation.worker;

/**
 * What is looked at when a class has run: the directories of the fork, what the class has left behind, and whether somebody
 * wants another worker. In the thread that runs the tests.
 */
final class AfterClass {
    private final Resume resume;
    private final PromisedDirectories places;
    private final Leaks leaks;
    private final Retirement retirement;

    AfterClass(Resume resume, PromisedDirectories places, Leaks leaks, Retirement retirement) {
        this.resume = resume;
        this.places = places;
        this.leaks = leaks;
        this.retirement = retirement;
    }

    /** Its plan goes on with another class. Does not return if the worker retires. */
    void planGoesOn() {
        resume.className().ifPresent(places::mend);
        resume.className().ifPresent(leaks::note);
        retirement.betweenClasses();
    }

    /** Its plan has ended with it; or no class has run yet. Does not return if the worker retires. */
    void planEnded() {
        resume.className().ifPresent(places::mend);
        resume.className().ifPresent(leaks::look);
        retirement.betweenClasses();
    }
}
