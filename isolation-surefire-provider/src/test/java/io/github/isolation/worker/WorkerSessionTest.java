package io.github.isolation.worker;

import static io.github.isolation.worker.Subjects.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.OnceMore;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A session as a whole: one event on its way through it, and who can find it. */
class WorkerSessionTest {
    private final FakeConversation supervisor = new FakeConversation();

    /** The way of one failure with {@code retireOnFailure=immediately}: no test begins after it. */
    @Test
    void aFailureIsToldAndThenTheWorkerRetires() throws Exception {
        WorkerSession session = Sessions.first(supervisor, Sessions.retiringOnFailure());
        session.sharedPlan().handedOut(Subjects.SecondFails.class.getName());
        run(session, Subjects.SecondFails.class);

        assertEquals("after a failure", supervisor.retiredBecause);
        Reported last = supervisor.told(Reported.class).stream()
                .filter(report -> report.kind().isResult())
                .reduce((one, other) -> other)
                .orElseThrow();
        assertEquals(ReportKind.FAILED, last.kind());
        assertEquals(
                id(Subjects.SecondFails.class, "[method:second()]"),
                last.report().id());
    }

    @Test
    void aFailureThatHasItsResultFromAnotherWorkerEndsNone() throws Exception {
        WorkerSession session = Sessions.first(supervisor, Sessions.retiringOnFailure());
        session.resume().narrow(Set.of(id(Subjects.SecondFails.class, "[method:first()]")), Set.of());
        session.sharedPlan().handedOut(Subjects.SecondFails.class.getName());
        run(session, Subjects.SecondFails.class);

        List<String> begun = supervisor.told(Began.class).stream()
                .filter(began -> !began.container())
                .map(Began::id)
                .toList();
        assertEquals(id(Subjects.SecondFails.class, "[method:second()]"), begun.get(0));
    }

    @Test
    void withoutThatPolicyAllTestsRunAfterAFailure() throws Exception {
        WorkerSession session = Sessions.first(supervisor, Sessions.plain());
        session.sharedPlan().handedOut(Subjects.SecondFails.class.getName());
        run(session, Subjects.SecondFails.class);

        assertNull(supervisor.retiredBecause);
        List<ReportKind> results = supervisor.told(Reported.class).stream()
                .map(Reported::kind)
                .filter(ReportKind::isResult)
                .toList();
        assertEquals(List.of(ReportKind.SUCCEEDED, ReportKind.FAILED, ReportKind.SUCCEEDED), results);
    }

    @Test
    void sessionsHaveNothingInCommon() {
        WorkerSession one = Sessions.first(supervisor, Sessions.plain());
        WorkerSession other = Sessions.first(new FakeConversation(), Sessions.plain());
        one.sharedPlan().handedOut("p.A");
        one.tests().begins("[engine:e]", true);
        one.surefirePlan().begin(this);

        assertTrue(other.resume().className().isEmpty());
        assertNull(other.tests().id());
        assertTrue(!other.surefirePlan().isRunning());
        assertNotSame(one.supervisor(), other.supervisor());
    }

    @Test
    void whoeverClosesItEndsTheConversation() throws IOException {
        WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
        assertTrue(!supervisor.closed);
        session.close();
        assertTrue(supervisor.closed);
    }

    /** In a class loader of its own, so that this worker keeps the session that it has. */
    @Test
    void whoIsMadeByNameFindsTheSessionThatWasOpened() throws Exception {
        ClassLoader ours = new OnceMore();
        Class<?> type = ours.loadClass(WorkerSession.class.getName());
        assertNull(current(type), "a class loader that comes late has none");
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String endpoint = new Endpoint(server.getLocalAddress(), "s", null).toConnectionString();
            Object parsed = ours.loadClass(Endpoint.class.getName())
                    .getMethod("parse", String.class)
                    .invoke(null, endpoint);
            Object session = type.getMethod("open", parsed.getClass()).invoke(null, parsed);
            assertSame(session, current(type));
            type.getMethod("close").invoke(session);
        }
    }

    @Test
    void aLineFromHereIsOfNoTest() {
        WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
        session.encoder().consoleInfoLog("hello");
        assertEquals(List.of("hello"), supervisor.lines());
        assertEquals(Event.Logged.class, supervisor.told.get(0).getClass());
    }

    private static void run(WorkerSession session, Class<?> type) throws ReflectiveOperationException {
        try {
            Launched.in(session).reportingTo(session.encoder()).run(type);
        } catch (FakeConversation.Gone e) {
            // Where a worker would have ended.
        }
    }

    private static Object current(Class<?> type) throws ReflectiveOperationException {
        Method current = type.getDeclaredMethod("current");
        current.setAccessible(true);
        return current.invoke(null);
    }
}
