package io.github.isolation.shard;

import io.github.isolation.shard.DivisibleClass.Part;
import java.util.List;

/** How the members of a class come into parts. Pure, and the same on every machine. */
interface PartFilling {
    /** Of those whose plans are equally long, the first is taken. */
    List<PartFilling> ALL = List.of(new FullShards(), new EvenShards());

    /**
     * The parts of a class, none on a shard that has another, or none if there is no way to fit them in.
     *
     * @param sums what each shard has to do already
     * @param level what no shard may go beyond
     * @param least what each part has in members at least
     */
    List<Part> parts(DivisibleClass divisible, List<Long> sums, long level, long least);
}
