package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Names as users see them. */
final class NamesTest {
    private static final Fork FORK_2 = new Fork("2", 4, "3fa2b1c0", Path.of("forks/2"), 1);
    private final Names main = new Names(new Fork("main", 1, "0c1b2af3", Path.of("forks/main"), 1));

    @Test
    void aNameThatFitsIsTheBaseWithTheForkBehindIt() {
        assertEquals("localhost-fork2", new Names(FORK_2).name("localhost", Naming.DNS_LABEL));
        assertEquals("audit_log_fork2", new Names(FORK_2).name("audit_log", Naming.POSTGRES_IDENTIFIER));
        assertEquals("localhost-3fa2b1c0-fork2", new Names(FORK_2).uniqueName("localhost", Naming.ANY));
        assertEquals("localhost-main", main.name("localhost", Naming.FILE_NAME));
    }

    @Test
    void aNameThatWasChangedKeepsWhatItCanAndGetsAHash() {
        String name = new Names(FORK_2).name("Audit log", Naming.POSTGRES_IDENTIFIER);
        assertTrue(name.matches("audit_log_[a-z2-7]{12}_fork2"), name);
        String device = new Names(FORK_2).name("nul.txt", Naming.FILE_NAME);
        assertTrue(device.matches("nnul\\.txt-[a-z2-7]{12}-fork2"), device);
    }

    @Test
    void suffixesOfThisForkGoWhoeverMadeThemAndInWhateverCase() {
        assertEquals(
                "orders, ORDERS_IDX and localhost.example",
                new Names(FORK_2).normalize("orders-fork2, ORDERS_FORK2_IDX and localhost-3fa2b1c0-fork2.example"));
    }

    @Test
    void whatEndsAsAnotherForksNameStays() {
        assertEquals("orders-fork25 fork2", new Names(FORK_2).normalize("orders-fork25 fork2"));
    }

    @Test
    void inAnIdeOnlyNamesThatWereMadeAreTurnedBack() {
        main.name("Kiosk", Naming.ANY);
        assertEquals("the git-main branch of KIOSK", main.normalize("the git-main branch of KIOSK-MAIN"));
    }

    @Test
    void aLimitThatLeavesNoRoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Naming.ANY.atMost(39));
    }
}
