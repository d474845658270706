package state;

import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;

class ProviderPollutesTest {
    @Test
    void pollutes() {
        Security.addProvider(new Provider("State", "1", "nothing") {}); // here
    }
}
