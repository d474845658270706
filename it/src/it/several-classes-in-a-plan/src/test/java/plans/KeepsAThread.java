package plans;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Starts something once in a plan and ends it with the plan, as extensions do with servers. */
class KeepsAThread implements BeforeAllCallback {
    static Thread start(String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.start();
        return thread;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent("kept", key -> new Kept(start("kept-for-the-plan")));
    }

    /** Both, for JUnit before 5.13 and without a word of the later ones. */
    private record Kept(Thread thread) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
