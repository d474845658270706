package io.github.isolation.queue;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Hands out the classes of a run to the machines that take part in it. A unit (a class, or those that stay together) is lent for a while, under
 * a token that is never used twice. When the lease has run out, by the clock of the queue alone, the unit is anybody's: whoever asks next gets it,
 * under another token, and from then on the old token is worth nothing. So a class may run more than once, and its results count once.
 *
 * <p>Each method throws {@link QueueRefusedException} where it makes no sense to try again, and another {@link IOException} where nobody knows
 * whether it was carried out. To call it once more does no harm.
 */
public interface ClassQueue extends Closeable {
    /** How often a unit is lent before it counts as lost. What was given back does not count. */
    int MOST_DELIVERIES = 3;

    /**
     * Takes part in a run, which begins with the first who does.
     *
     * @throws QueueRefusedException if the run has other classes, with the difference
     */
    Seat join(Entry entry) throws IOException;

    /** Borrows the first units that are free, no more than so many. Those that were lent too often become lost. */
    Claim claim(Seat seat, int units) throws IOException;

    /**
     * Says that this machine is alive, and goes on with these.
     *
     * @return the tokens that still count; of the others somebody else has the units, or they are lost
     */
    Set<Long> renew(Seat seat, Collection<Long> tokens) throws IOException;

    /**
     * Offers the results of a class. If they count, that stands from here on, whatever becomes of the machine.
     *
     * @return whether they count; the same whenever it is asked again under the same token
     */
    boolean complete(Seat seat, long token, Result result) throws IOException;

    /** Gives a unit back that was not begun, or is not finished: anybody may have it at once. */
    void release(Seat seat, long token) throws IOException;

    /** Gives back all that this machine has. From any thread, at any time. */
    void releaseAll(Seat seat) throws IOException;

    /** What has become of the units. */
    Census census(Seat seat) throws IOException;

    /** All that is known of a run, of all modules and executions; of all groups, if its name has none. */
    List<RunAccount> reports(RunName run) throws IOException;
}
