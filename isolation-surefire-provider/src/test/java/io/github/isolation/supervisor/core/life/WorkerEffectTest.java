package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each effect is done to the worker it is meant for, and by the method that is meant. */
class WorkerEffectTest {
    private final List<String> done = new ArrayList<>();

    private final WorkerEffect.Handler handler = new WorkerEffect.Handler() {
        @Override
        public void arm(int serial, Timer timer) {
            done.add(serial + " arm " + timer);
        }

        @Override
        public void disarm(int serial, Timer timer) {
            done.add(serial + " disarm " + timer);
        }

        @Override
        public void send(int serial, Command command) {
            done.add(serial + " send " + command);
        }

        @Override
        public void quit(int serial) {
            done.add(serial + " quit");
        }

        @Override
        public void destroy(int serial, boolean hard) {
            done.add(serial + " destroy " + hard);
        }

        @Override
        public void endOrphans(int serial) {
            done.add(serial + " endOrphans");
        }
    };

    @Test
    void eachIsDoneByItsOwnMethod() {
        List.of(
                        new WorkerEffect.Arm(Timer.GRACE),
                        new WorkerEffect.Disarm(Timer.STARTUP),
                        new WorkerEffect.Send(new Command.ByeAck()),
                        new WorkerEffect.Quit(),
                        new WorkerEffect.Destroy(false),
                        new WorkerEffect.Destroy(true),
                        new WorkerEffect.EndOrphans())
                .forEach(effect -> effect.perform(3, handler));
        assertEquals(
                List.of(
                        "3 arm GRACE",
                        "3 disarm STARTUP",
                        "3 send ByeAck[]",
                        "3 quit",
                        "3 destroy false",
                        "3 destroy true",
                        "3 endOrphans"),
                done);
    }
}
