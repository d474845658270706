package quick;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties with a seed that is always the same. */
class PropertiesTest {

    @Property(seed = "42", tries = 20)
    boolean holds(@ForAll @IntRange(max = 10) int number) {
        return number <= 10;
    }

    @Property(seed = "42", tries = 20)
    boolean doesNotHold(@ForAll @IntRange(max = 10) int number) {
        return number < 10;
    }

    @Example
    void example() {}
}
