package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A directory that somebody outside of the cache knows how to make: the data of a server, for example. */
public record MadeSource(Maker maker) implements FixtureSource {
    /** Who makes it. */
    public interface Maker {
        /** What it is, for messages: {@code data of PostgreSQL}. */
        String describe();

        /** All that it is made from. What is not named here does not lead to another one when it changes. */
        List<String> identity(FetchContext around) throws IOException;

        /**
         * Makes the directory {@code target}, which is not there yet. What it makes beside it, it removes, or the next build does
         * if this one is killed. Nothing in it may say where it was made: it is moved.
         */
        void make(String id, Path target, FetchContext around) throws IOException;
    }

    @Override
    public String describe() {
        return maker.describe();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        return maker.identity(around);
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        maker.make(spec.id(), target, around);
    }
}
