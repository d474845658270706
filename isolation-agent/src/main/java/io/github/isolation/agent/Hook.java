package io.github.isolation.agent;

/**
 * One method of the JDK's that says what it is about to do.
 *
 * @param owner its class, with slashes
 * @param method its name
 * @param descriptor its parameters and its result
 * @param area who wants to know
 * @param action what it does
 * @param first what is handed on: the number of a parameter, or {@link #THIS}, or {@link #WORDS}
 * @param second the same; {@link #NOTHING} where one is enough
 * @param words for what is set, where {@code first} is {@link #WORDS}
 */
record Hook(
        String owner, String method, String descriptor, Area area, Action action, int first, int second, String words) {
    static final int THIS = -1;
    static final int NOTHING = -2;
    static final int WORDS = -3;

    /** One that hands on a parameter, or two. */
    static Hook of(Area area, Action action, String owner, String method, String descriptor, int first, int second) {
        return new Hook(owner, method, descriptor, area, action, first, second, "");
    }

    /** One of which it is enough to know that it was called. */
    static Hook setter(String owner, String method, String descriptor, String words) {
        return new Hook(owner, method, descriptor, Area.JVM, Action.SETTER, WORDS, NOTHING, words);
    }

    /** How it is named where it could not be placed. */
    String title() {
        return owner.replace('/', '.') + "." + method + descriptor;
    }
}
