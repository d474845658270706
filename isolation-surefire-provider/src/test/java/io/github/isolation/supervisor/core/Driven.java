package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Supervision} that a test drives step by step: what workers say goes in, what came out is remembered. */
final class Driven {
    private final Supervision supervision;
    private final Map<Integer, Long> said = new HashMap<>();

    final List<Effect> effects;
    long now;

    Driven(Settings settings, String... classNames) {
        supervision = new Supervision(settings, List.of(classNames));
        effects = new ArrayList<>(supervision.start(0));
    }

    /** A worker says these, one after the other. */
    void says(int serial, Event... events) {
        for (Event event : events) {
            takes(new Input.FromWorker(serial, said.merge(serial, 1L, Long::sum), event));
        }
    }

    void takes(Input input) {
        effects.addAll(supervision.on(input, now));
    }

    /** A worker is gone, with status 1. */
    void ends(int serial) {
        takes(new Input.ChannelEnded(serial));
        takes(new Input.Exited(serial, ExitInfo.of(1)));
    }

    /** What each worker was told, of this kind. */
    <C extends Command> List<C> told(Class<C> kind) {
        List<C> told = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.ToWorker to
                    && to.effect() instanceof WorkerEffect.Send send
                    && kind.isInstance(send.command())) {
                told.add(kind.cast(send.command()));
            }
        }
        return told;
    }

    /** Who was handed what: a serial and a class. */
    List<String> handed() {
        List<String> handed = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Handed hand) {
                handed.add(hand.serial() + " " + hand.className());
            }
        }
        return handed;
    }

    /** What Maven hears of this kind, whether it is held or not. */
    <E extends Event> List<E> heard(Class<E> kind) {
        List<E> heard = new ArrayList<>();
        for (Effect effect : effects) {
            List<Event> events = effect instanceof Effect.Hold hold
                    ? hold.events()
                    : effect instanceof Effect.Relay relay ? List.of(relay.event()) : List.of();
            events.stream().filter(kind::isInstance).map(kind::cast).forEach(heard::add);
        }
        return heard;
    }
}
