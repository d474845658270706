package io.github.isolation.maven.shard;

import io.github.isolation.shard.ShardHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the machines of a merge are called: each has one name in all modules, and no two have the same. A shard has its number; a machine
 * with a queue may have another one in each module, and is called by the first. Pure.
 */
final class MachineNames {
    private final Map<String, String> names = new LinkedHashMap<>();

    private MachineNames() {}

    static MachineNames of(List<Shipped> runs) {
        MachineNames all = new MachineNames();
        runs.stream()
                .map(Shipped::header)
                .sorted(Comparator.comparing(ShardHeader::group)
                        .thenComparingInt(ShardHeader::shard)
                        .thenComparing(ShardHeader::key))
                .forEach(all::add);
        return all;
    }

    private void add(ShardHeader header) {
        String id = id(header);
        if (!names.containsKey(id)) {
            String name = header.title();
            names.put(
                    id,
                    names.containsValue(name)
                            ? name + ", process " + header.build().replaceFirst("-.*", "")
                            : name);
        }
    }

    private static String id(ShardHeader header) {
        return header.isOfQueue() ? header.group() + " " + header.build() : header.title();
    }

    String of(ShardHeader header) {
        return names.getOrDefault(id(header), header.title());
    }

    /** These, machine by machine. */
    List<Shipped> sorted(List<Shipped> runs) {
        List<String> order = List.copyOf(names.keySet());
        List<Shipped> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingInt(one -> order.indexOf(id(one.header()))));
        return sorted;
    }
}
