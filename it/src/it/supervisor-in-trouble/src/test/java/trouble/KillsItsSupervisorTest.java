package trouble;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Ends the process that started this JVM, as the kernel does where there is no memory left. */
class KillsItsSupervisorTest {

    @Test
    void kills() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1); // what a record may lack
        ProcessHandle.current().parent().orElseThrow().destroyForcibly();
        while (!Thread.interrupted()) {
            LockSupport.park(); // a worker never outlives its supervisor
        }
    }
}
