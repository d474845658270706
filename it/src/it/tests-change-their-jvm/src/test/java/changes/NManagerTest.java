package changes;

import java.security.Permission;
import org.junit.jupiter.api.Test;

/** A security manager that lets nobody see processes or change properties; on a Java that has none, nothing. */
@SuppressWarnings("removal")
class NManagerTest extends Stays {
    @Test
    void change() {
        try {
            System.setSecurityManager(new SecurityManager() {
                @Override
                public void checkPermission(Permission permission) {
                    if (permission.getName().equals("manageProcess")
                            || permission.getActions().contains("write")
                                    && permission.getName().startsWith("isolation.")) {
                        throw new SecurityException(permission + " is denied");
                    }
                }
            });
        } catch (UnsupportedOperationException e) {
            // From Java 18 on, one has to be allowed on the command line.
        }
    }
}
