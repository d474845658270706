/** How fast this machine does what S4 does. */
final class Work {
    private static volatile long result;

    private Work() {}

    static double roundsPerSecond() {
        compute(300_000_000L);
        long start = System.nanoTime();
        long rounds = 1_000_000_000L;
        compute(rounds);
        return rounds * 1e9 / (System.nanoTime() - start);
    }

    private static void compute(long rounds) {
        long x = 88172645463325252L;
        for (long i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        result = x;
    }
}
