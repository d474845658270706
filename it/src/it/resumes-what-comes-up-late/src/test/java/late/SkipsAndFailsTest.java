package late;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;

/** Skips its second step, crashes once in its third, and fails in its fourth, whenever it comes there. */
public class SkipsAndFailsTest implements Steps {
    @Override
    public boolean skips(int number) {
        return number == 2;
    }

    @Override
    public void step(int number) {
        Bodies.ran("SkipsAndFailsTest#step" + number);
        if (number == 3 && FirstTime.of("SkipsAndFailsTest")) {
            Crash.here();
        }
        if (number == 4) {
            throw new IllegalStateException("on purpose");
        }
    }
}
