package openml;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of a data set a fold tests with. Parsing the text is slow, so what came of it is kept in a file beside it, as
 * openml-python keeps a datasplits.pkl.
 */
record Splits(List<int[]> rows) {

    static Path cacheOf(Path directory) {
        return directory.resolve("datasplits.bin");
    }

    static Splits load(Path directory) throws IOException {
        Path cache = cacheOf(directory);
        if (Files.exists(cache)) {
            return read(cache);
        }
        Splits splits = parse(directory.resolve("datasplits.arff"));
        splits.write(cache);
        return splits;
    }

    private static Splits parse(Path arff) throws IOException {
        List<int[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(arff)) {
            if (line.startsWith("T")) {
                String[] fields = line.split(",");
                rows.add(new int[] {
                    fields[0].equals("TEST") ? 1 : 0,
                    Integer.parseInt(fields[1]),
                    Integer.parseInt(fields[2]),
                    Integer.parseInt(fields[3])
                });
            }
        }
        return new Splits(rows);
    }

    private void write(Path cache) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(cache)))) {
            out.writeInt(rows.size());
            for (int[] row : rows) {
                for (int field : row) {
                    out.writeInt(field);
                }
            }
        }
    }

    private static Splits read(Path cache) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(cache)))) {
            List<int[]> rows = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                rows.add(new int[] {in.readInt(), in.readInt(), in.readInt(), in.readInt()});
            }
            return new Splits(rows);
        }
    }

    long tested(int repeat, int fold) {
        return rows.stream()
                .filter(row -> row[0] == 1 && row[2] == repeat && row[3] == fold)
                .count();
    }
}
