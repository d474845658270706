package late;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;

/** Crashes in its third step, whenever it comes there: no replacement comes further. */
public class AlwaysUnluckyTest implements Steps {
    @Override
    public void step(int number) {
        Bodies.ran("AlwaysUnluckyTest#step" + number);
        if (number == 3) {
            Crash.here();
        }
    }
}
