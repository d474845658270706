package disorder;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Known by an index, as JUnit 4 does it unless it is given a name. */
@RunWith(Parameterized.class)
public class OldParameterizedTest {
    private final String city;

    public OldParameterizedTest(String city) {
        this.city = city;
    }

    @Parameters
    public static List<String> cities() {
        return Cities.inThisOrder().toList();
    }

    @Test
    public void isNotBerlin() {
        Cities.visit(this, city);
    }
}
