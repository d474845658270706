package state;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.security.Security;
import org.junit.jupiter.api.Test;

class ProviderLooksTest {
    @Test
    void looks() {
        assertNull(Security.getProvider("State")); // here
    }
}
