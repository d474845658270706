package late;

import io.github.isolation.it.support.Bodies;
import java.util.concurrent.CountDownLatch;

/** Never ends its third step; what runs again may take too long as well. */
public class AlwaysHangsTest implements Steps {
    @Override
    public void step(int number) {
        Bodies.ran("AlwaysHangsTest#step" + number);
        if (number == 3) {
            if ("throw".equals(System.getProperty("crash"))) {
                throw new IllegalStateException("where others hang");
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
