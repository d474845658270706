package io.github.isolation.supervisor;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.PortBook;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a fork: a block of its own, if there was one, and what the user's {@code <ports>} got of it.
 *
 * @param block the first port of the block; null if none was to be had
 * @param declared by name
 */
public record SitePorts(@Nullable Integer block, Map<String, Integer> declared) {
    public SitePorts {
        declared = Map.copyOf(declared);
    }

    /** Of a fork that has this block; names that had a port before in this run keep it. */
    static SitePorts of(@Nullable Integer block, Path book, List<String> names) throws IOException {
        Map<String, Integer> declared = new LinkedHashMap<>();
        if (block != null) {
            PortBook ports = new PortBook(book, block);
            for (String name : names) {
                declared.put(name, ports.port(name));
            }
        }
        return new SitePorts(block, declared);
    }

    Map<String, String> systemProperties() {
        Map<String, String> seen = new LinkedHashMap<>();
        if (block != null) {
            seen.put(ForkProperties.PORT_BLOCK, block.toString());
        }
        declared.forEach((name, port) -> seen.put(ForkProperties.PORT_PREFIX + name, port.toString()));
        return seen;
    }

    String fillIn(String text) {
        String filled = text;
        for (Entry<String, Integer> port : declared.entrySet()) {
            filled = filled.replace(
                    Wiring.portPlaceholder(port.getKey()), port.getValue().toString());
        }
        return filled;
    }
}
