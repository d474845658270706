import java.util.List;

/**
 * One build.
 *
 * @param wall seconds
 * @param cpu seconds, of Maven and all processes below it
 * @param peak the most memory that all of them had at a time, in MiB, sampled
 * @param supervisorPeak the supervisor's own peak, in MiB, as it recorded it; 0 for stock
 * @param supervisorCpu the supervisor's CPU time in seconds
 * @param events what the supervisor heard from its workers
 * @param fromArchiveOfSuite how many workers started from the archive of the suite's own jars
 * @param tests how many ran and how they ended, as Surefire counts them
 * @param gaps from the last event of a worker that retires to the first test of the next, in milliseconds
 */
record Measured(
        double wall,
        double cpu,
        double peak,
        double supervisorPeak,
        double supervisorCpu,
        long events,
        int fromArchiveOfSuite,
        String tests,
        List<Double> gaps) {}
