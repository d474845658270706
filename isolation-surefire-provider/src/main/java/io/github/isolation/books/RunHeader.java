package io.github.isolation.books;

/**
 * What is known of a run when it begins.
 *
 * @param maven the process id of Maven; empty if Surefire does not say
 * @param begunMillis when it began
 * @param module the directory of the module
 * @param reports where Surefire writes its reports; empty if that is not known
 * @param suffix what Surefire adds to names in them; empty if nothing
 * @param unlike why the reports cannot be compared; empty if they can
 * @param reruns how often tests that fail are tried again
 */
public record RunHeader(
        String maven, long begunMillis, String module, String reports, String suffix, String unlike, int reruns) {}
