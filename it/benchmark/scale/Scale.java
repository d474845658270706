import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.Supervision;
import io.github.isolation.supervisor.core.account.Limits;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the decisions of a supervisor cost, with any number of forks: all that workers say of 5,000 classes with 40 tests each, without a process
 * or a wire. The same number of events each time, so the cost of one must be the same in each line. Arguments: classes, tests in each.
 */
public final class Scale {
    private final Supervision supervision;
    private final Map<Integer, Worker> workers = new TreeMap<>();
    private final Deque<Input> news = new ArrayDeque<>();
    private final int tests;
    private long inputs;

    /** Says what a worker would. */
    private final class Worker {
        private final int serial;
        private final Deque<Event> script = new ArrayDeque<>();
        private long said;

        Worker(int serial) {
            this.serial = serial;
            script.add(new Event.Hello(0, "", serial));
            script.add(new Event.NextTest(-1));
        }

        void told(Command command) {
            if (command instanceof Command.RunClass run) {
                runs(run.className());
            } else if (command instanceof Command.EndOfTests) {
                script.add(new Event.Bye());
            } else if (command instanceof Command.ByeAck) {
                news.add(new Input.ChannelEnded(serial));
                news.add(new Input.Exited(serial, ExitInfo.of(0)));
            }
        }

        private void runs(String name) {
            String id = "[engine:junit-jupiter]/[class:" + name + "]";
            List<PlannedTest> planned = new ArrayList<>();
            for (int i = 0; i < tests; i++) {
                planned.add(new PlannedTest(id + "/[method:test" + i + "()]", name, "test" + i, false));
            }
            script.add(new Event.Planned(planned));
            script.add(new Event.Began(id, true));
            report(ReportKind.SET_STARTING, name, null, null);
            for (PlannedTest test : planned) {
                script.add(new Event.Began(test.id(), false));
                report(ReportKind.STARTING, name, test.name(), test.id());
                report(ReportKind.SUCCEEDED, name, test.name(), test.id());
                script.add(new Event.Ended(test.id(), false));
            }
            script.add(new Event.Ended(id, false));
            report(ReportKind.SET_COMPLETED, name, null, null);
            script.add(new Event.NextTest(-1));
        }

        private void report(ReportKind kind, String source, String test, String id) {
            long runId = test == null ? 0 : test.hashCode();
            script.add(new Event.Reported(
                    kind, new TestReport(false, runId, source, null, test, null, null, 1, null, Map.of(), source, id)));
        }
    }

    private Scale(int forks, int classes, int tests, boolean fresh) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add("org.example.suite.of.many.Some" + i + "Test");
        }
        this.tests = tests;
        this.supervision = new Supervision(
                new Settings(
                        1, forks, false, false, fresh ? new RetirePolicy(1, false, 0) : RetirePolicy.NEVER,
                        CrashLimit.usual(), Limits.NONE, 0, 0, false, fresh ? forks : 0, PlanSharing.NONE, Splitting.TAIL),
                names,
                Placement.FREE);
    }

    private Scale run() {
        perform(supervision.start(0));
        boolean spoke = true;
        while (spoke) {
            spoke = false;
            for (Worker worker : List.copyOf(workers.values())) {
                Event event = worker.script.poll();
                if (event != null) {
                    spoke = true;
                    take(new Input.FromWorker(worker.serial, ++worker.said, event));
                }
            }
            for (Input input = news.poll(); input != null; input = news.poll()) {
                spoke = true;
                take(input);
            }
        }
        return this;
    }

    private void take(Input input) {
        inputs++;
        perform(supervision.on(input, inputs));
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Launch launch) {
                workers.put(launch.serial(), new Worker(launch.serial()));
            } else if (effect instanceof Effect.ToWorker to && to.effect() instanceof WorkerEffect.Send send) {
                workers.get(to.serial()).told(send.command());
            } else if (effect instanceof Effect.Restore restore) {
                news.add(new Input.Tidied(restore.serial(), null));
            } else if (effect instanceof Effect.Ended ended) {
                workers.remove(ended.serial());
            }
        }
    }

    private static long usedMiB() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int classes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int tests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        new Scale(2, classes / 5, tests, false).run(); // warm
        new Scale(2, classes / 5, tests, true).run();
        table(classes, tests, false);
        table(classes, tests, true);
    }

    private static void table(int classes, int tests, boolean fresh) {
        System.out.println(fresh ? "\nA fresh worker for each class, and a spare for each fork:\n" : "Shared workers:\n");
        System.out.println("| forks | events | events/s | CPU µs an event | MiB kept |\n|---|---|---|---|---|");
        for (int forks : new int[] {1, 4, 16, 64}) {
            long before = usedMiB();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Scale run = new Scale(forks, classes, tests, fresh).run();
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            if (!run.supervision.statistics().summary(forks).contains(" 0 crashes, 0 timeouts, 0 not run")) {
                throw new IllegalStateException(run.supervision.statistics().summary(forks));
            }
            System.out.printf(
                    "| %d | %,d | %,d | %.2f | %d |%n",
                    forks, run.inputs, run.inputs * 1_000_000_000L / nanos, nanos / 1000.0 / run.inputs, usedMiB() - before);
        }
    }
}
