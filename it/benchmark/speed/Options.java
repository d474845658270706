import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param pairs pairs of runs
 * @param only names of scenarios; empty for all
 * @param forks with how many forks each
 * @param seconds how much work S4 has, on one core
 */
record Options(int pairs, List<String> only, List<Integer> forks, int seconds) {
    static Options parse(String[] arguments) {
        Options options = new Options(5, List.of(), List.of(1, 2), 60);
        for (int i = 2; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            List<String> values = Stream.of(value.split(",")).toList();
            options = switch (arguments[i]) {
                case "--pairs" -> new Options(Integer.parseInt(value), options.only, options.forks, options.seconds);
                case "--only" -> new Options(options.pairs, values, options.forks, options.seconds);
                case "--forks" -> new Options(
                        options.pairs, options.only, values.stream().map(Integer::valueOf).toList(), options.seconds);
                case "--seconds" -> new Options(options.pairs, options.only, options.forks, Integer.parseInt(value));
                default -> throw new IllegalArgumentException(arguments[i] + " is none of --pairs --only --forks --seconds");
            };
        }
        return options;
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
