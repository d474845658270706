package suite25;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.commons.collections4.bidimap.DualTreeBidiMap;
import org.apache.commons.collections4.bidimap.TreeBidiMap;
import org.apache.commons.collections4.map.CaseInsensitiveMap;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.collections4.multimap.ArrayListValuedHashMap;
import org.apache.commons.collections4.trie.PatriciaTrie;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapsTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 30, 300})
    void forget(int number) {
        LRUMap<Integer, Integer> map = new LRUMap<>(10);
        for (int i = 0; i < number; i++) {
            map.put(i, i);
        }
        assertEquals(Math.min(10, number), map.size());
    }

    @Test
    void goBothWays() {
        TreeBidiMap<String, Integer> map = new TreeBidiMap<>();
        map.put("a", 1);
        assertEquals("a", new DualTreeBidiMap<>(map).getKey(1));
        assertTrue(new CaseInsensitiveMap<>(map).containsKey("A"));
    }

    @Test
    void isAborted() {
        assumeTrue(new PatriciaTrie<String>().containsKey("a"));
    }

    @Test
    @Disabled("as the others")
    void isLeftOut() {
        new ArrayListValuedHashMap<String, String>().put("a", "b");
    }
}
