package io.github.isolation.supervisor;

import io.github.isolation.process.Said;
import io.github.isolation.process.WorkerObserver;
import io.github.isolation.supervisor.core.Input;
import java.util.ArrayList;
import java.util.List;

/** Puts what happens to workers into the queue, from the threads that see it happen. */
final class WorkerWatch implements WorkerObserver {
    private final Inbox inbox;
    private final Faults faults;
    private final ExitInspector exits;
    private final BetweenClasses betweenClasses;

    WorkerWatch(Inbox inbox, Faults faults, ExitInspector exits, BetweenClasses betweenClasses) {
        this.inbox = inbox;
        this.faults = faults;
        this.exits = exits;
        this.betweenClasses = betweenClasses;
    }

    @Override
    public void heard(int serial, List<Said> events, int bytes) {
        List<Input> inputs = new ArrayList<>(events.size());
        for (Said said : events) {
            inputs.add(new Input.FromWorker(serial, said.number(), said.event()));
        }
        inbox.put(inputs, bytes);
    }

    @Override
    public void garbled(int serial, String message) {
        put(new Input.Garbled(serial, message));
    }

    @Override
    public void channelEnded(int serial) {
        put(new Input.ChannelEnded(serial));
    }

    @Override
    public void line(int serial, String line, boolean stdout) {
        inbox.put(List.of(new Input.NativeLine(serial, line, stdout)), line.length());
    }

    @Override
    public void exited(int serial, int status) {
        betweenClasses.ended(serial);
        put(new Input.Exited(serial, exits.inspect(serial, status)));
    }

    @Override
    public void warning(String message) {
        put(new Input.Warning(message));
    }

    @Override
    public void failed(Throwable thrown) {
        faults.failed(thrown);
    }

    private void put(Input input) {
        inbox.put(List.of(input), 0);
    }
}
