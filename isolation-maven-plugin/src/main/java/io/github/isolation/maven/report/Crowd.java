package io.github.isolation.maven.report;

/**
 * What wants a core at one moment. Something that also waits wants one now and then, and nobody knows when: so how many there are is
 * chance, known by its mean and its variance.
 */
final class Crowd {
    private final int cores;
    private double mean;
    private double variance;
    private long most;

    Crowd(int cores) {
        this.cores = cores;
    }

    /**
     * One more of them.
     *
     * @param wanting cores that it wants: 0.3 for one, three times out of ten; 1.3 for one all the time, and another one now and then
     */
    void add(double wanting) {
        double sometimes = wanting - Math.floor(wanting);
        mean += wanting;
        variance += sometimes * (1 - sometimes);
        most += (long) Math.ceil(wanting);
    }

    /** How many times as long as alone it takes, on the average, until one of them has computed something. */
    double slowdown(double wanting) {
        if (most <= cores) {
            return 1;
        }
        double self = Math.min(1, wanting);
        double tooMany = 1 + (mean - self) - cores;
        return 1 + positivePart(tooMany, variance - self * (1 - self)) / cores;
    }

    /** The mean of what is above zero of a number that is known by its mean and variance. Exact where it is no chance. */
    private static double positivePart(double mean, double variance) {
        double width = Math.sqrt(Math.max(0, 3 * variance)) / Math.PI; // of a logistic distribution
        boolean isCertain = width < 1e-9 || Math.abs(mean) > 30 * width;
        return isCertain ? Math.max(0, mean) : width * Math.log1p(Math.exp(mean / width));
    }
}
