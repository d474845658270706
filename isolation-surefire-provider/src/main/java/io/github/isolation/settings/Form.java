package io.github.isolation.settings;

/**
 * What the values of a setting look like.
 *
 * @param <T> what they are read as
 */
public interface Form<T> {
    /**
     * Reads a value, which is neither blank nor has blanks around it.
     *
     * @throws IllegalArgumentException that names the value, and says what to write instead
     */
    T parse(String text);

    /** Which values there are, for a table in Markdown. */
    String values();

    /** Whether the POM may have elements for it, of which the forks get a text with commas. */
    default boolean isList() {
        return false;
    }
}
