package audited;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.security.Provider;
import java.security.Security;
import java.util.TimeZone;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WJvmTest {
    /** What a bean is asked for. */
    public interface AuditedMBean {}

    /** A bean that stays. */
    public static final class Audited implements AuditedMBean {}

    @BeforeAll
    static void manage() {
        ManagementFactory.getPlatformMBeanServer();
    }

    @Test
    void bean() throws JMException {
        ManagementFactory.getPlatformMBeanServer().registerMBean(new Audited(), new ObjectName("audited:name=it"));
    }

    @Test
    void provider() {
        Security.addProvider(new Provider("audited", "1", "nothing") {}); // provider
    }

    @Test
    void stream() {
        System.setErr(new PrintStream(System.err)); // stream
    }

    @Test
    void zone() {
        TimeZone.setDefault(TimeZone.getTimeZone("Antarctica/Troll")); // zone
    }
}
