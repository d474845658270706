package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

/** Warming up runs a test of ours in a JVM that is the user's, and must leave nothing of it. */
class WarmUpRunTest {
    @Test
    void nothingIsToldOfIt() throws ReflectiveOperationException {
        FakeConversation supervisor = new FakeConversation();
        WorkerSession session = Sessions.first(supervisor, Sessions.plain());
        session.testThread().begin();
        WarmUp.run();
        assertEquals(List.of(), supervisor.told);
        assertFalse(session.surefirePlan().isRunning());
        assertEquals(null, session.tests().id());
    }

    @Test
    void theThreadStaysAsItIs() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        String name = Thread.currentThread().getName();
        WarmUp.run();
        assertSame(before, Thread.currentThread().getContextClassLoader());
        assertEquals(name, Thread.currentThread().getName());
    }

    /** JUnit will say so; the first class comes to a cold worker. */
    @Test
    void aServiceThatCannotBeReadMakesAColdWorker() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String resource) throws IOException {
                if (resource.startsWith("META-INF/services/org.junit.platform")) {
                    throw new IllegalStateException("closed");
                }
                return super.getResources(resource);
            }
        });
        try {
            WarmUp.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void surefiresListenerIsTheRealOne() throws ReflectiveOperationException {
        TestExecutionListener listener = WarmUpListener.listener();
        assertEquals(
                "org.apache.maven.surefire.junitplatform.RunListenerAdapter",
                listener.getClass().getName());
    }
}
