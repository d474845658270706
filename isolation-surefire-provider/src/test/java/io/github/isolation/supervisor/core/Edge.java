package io.github.isolation.supervisor.core;

import java.util.List;

/** Where a simulated supervisor meets its surroundings: what goes in is seen, what comes out may be changed on its way. */
interface Edge {
    /** Lets everything pass. */
    Edge NOBODY = new Edge() {
        @Override
        public void took(Input input) {}

        @Override
        public List<Effect> lets(List<Effect> effects) {
            return effects;
        }
    };

    void took(Input input);

    List<Effect> lets(List<Effect> effects);
}
