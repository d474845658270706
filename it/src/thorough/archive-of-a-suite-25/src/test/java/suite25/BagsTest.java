package suite25;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.commons.collections4.Bag;
import org.apache.commons.collections4.CollectionUtils;
import org.apache.commons.collections4.bag.HashBag;
import org.apache.commons.collections4.bag.TreeBag;
import org.apache.commons.collections4.multiset.HashMultiSet;
import org.junit.jupiter.api.Test;

class BagsTest {
    private final Bag<String> bag = new HashBag<>(List.of("a", "b", "a"));

    @Test
    void count() {
        assertEquals(2, bag.getCount("a"));
        assertEquals(1, new HashMultiSet<>(bag).getCount("b"));
    }

    @Test
    void keepAnOrder() {
        assertEquals("a", new TreeBag<>(bag).first());
        assertEquals(List.of("a"), List.copyOf(CollectionUtils.subtract(bag, List.of("a", "b"))));
    }

    /** As the others: what fails fails with an archive, too. */
    @Test
    void fails() {
        assertEquals(3, bag.getCount("a"));
    }
}
