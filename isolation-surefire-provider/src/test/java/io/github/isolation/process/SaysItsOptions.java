package io.github.isolation.process;

/** Another process: says whether what it reads of its own command line is what its JVM has read. */
final class SaysItsOptions {
    private SaysItsOptions() {}

    public static void main(String[] arguments) {
        System.out.print(OwnCommandLine.read().options().contains("-Dit=" + System.getProperty("it")));
    }
}
