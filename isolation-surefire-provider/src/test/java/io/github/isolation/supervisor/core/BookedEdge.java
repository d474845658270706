package io.github.isolation.supervisor.core;

import io.github.isolation.books.BooksCheck;
import io.github.isolation.books.RunHeader;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.supervisor.Books;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Keeps books at the edge of a simulated supervisor. Between the core and the edge sits whatever a test breaks it with, so
 * that to the books the core itself is broken.
 */
final class BookedEdge implements Edge {
    private final Books books;
    private final Function<Effect, List<Effect>> fault;
    /** Maven hears of a class when it is told, before the next command to a worker. */
    private final HeardByMaven maven = new HeardByMaven();

    private int told;

    BookedEdge(Path directory, List<String> promised, int reruns, Function<Effect, List<Effect>> fault) {
        this.fault = fault;
        this.books = new Books(directory, new RunHeader("1", 1, "/module", "/reports", "", "", reruns));
        books.open();
        books.promised(promised);
    }

    /** Over a core that is whole. */
    static BookedEdge whole(Path directory, List<String> promised, int reruns) {
        return new BookedEdge(directory, promised, reruns, List::of);
    }

    @Override
    public void took(Input input) {
        books.took(input);
    }

    @Override
    public List<Effect> lets(List<Effect> effects) {
        List<Effect> out = new ArrayList<>();
        for (Effect effect : effects) {
            out.addAll(fault.apply(effect));
        }
        for (Effect effect : out) {
            if (effect instanceof Effect.ToWorker to && to.effect() instanceof WorkerEffect.Send send) {
                books.tells(to.serial(), send.command());
            } else if (maven.perform(effect)) {
                maven.told.subList(told, maven.told.size()).forEach(books::toldMaven);
                told = maven.told.size();
            }
        }
        return out;
    }

    /** What does not agree once the run is over. */
    List<String> differences(Simulation run, UnaryOperator<String> summary) {
        books.toldMaven(new Logged(LogLevel.INFO, summary.apply(run.statistics().summary(1)), null));
        books.close();
        return BooksCheck.differences(books.soFar());
    }
}
