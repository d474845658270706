package state;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Wants a name for itself, as Spring and connection pools do, and gives it back. */
class BeanLooksTest {
    /** What a bean is asked for. */
    public interface OneMBean {}

    /** A bean. */
    public static final class One implements OneMBean {}

    @Test
    void looks() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("state:name=one");
        server.registerMBean(new One(), name); // here
        server.unregisterMBean(name);
    }
}
