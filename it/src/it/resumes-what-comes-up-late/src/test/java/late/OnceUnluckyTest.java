package late;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;

/** Crashes in its third step, but only the first time. */
public class OnceUnluckyTest implements Steps {
    @Override
    public void step(int number) {
        Bodies.ran("OnceUnluckyTest#step" + number);
        if (number == 3 && FirstTime.of("OnceUnluckyTest")) {
            Crash.here();
        }
    }
}
