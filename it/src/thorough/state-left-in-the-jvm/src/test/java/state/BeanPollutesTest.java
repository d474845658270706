package state;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class BeanPollutesTest {
    @Test
    void pollutes() throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new BeanLooksTest.One(), new ObjectName("state:name=one"));
    }
}
