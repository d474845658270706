package io.github.isolation.queue;

import java.util.List;

/**
 * The answer to a claim.
 *
 * @param grants what was lent
 * @param open how many units have neither all their results nor are lost, whoever has them
 */
public record Claim(List<Grant> grants, int open) {
    public Claim {
        grants = List.copyOf(grants);
    }
}
