package io.github.isolation.findings;

import java.util.List;

/**
 * All that the agents of some workers have written down.
 *
 * @param areas what was looked at
 * @param notSeen what was not, with reasons
 * @param complete whether each of them could begin
 */
record Observed(
        List<String> areas,
        List<Hit> hits,
        List<Left> left,
        List<Changed> changed,
        List<String> notSeen,
        boolean complete) {}
