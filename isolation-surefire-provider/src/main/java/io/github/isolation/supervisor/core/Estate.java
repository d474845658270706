package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.account.Slice;
import java.util.List;

/**
 * What a worker leaves behind that is gone.
 *
 * @param inHand what it ran, or a slice of no class
 * @param batch what it was offered, and has not gone on to
 * @param looking whether it was looking for the tests of several classes, and had begun none of them
 * @param heldErrors what it had logged, and may have died of
 */
record Estate(Slice inHand, List<Slice> batch, boolean looking, List<Event> heldErrors) {}
