package modular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Runs inside the module. */
class GreetingTest {

    @Test
    void seesWhatIsNotPublic() {
        assertEquals("hello", Greeting.text());
    }

    @Test
    void isInTheModule() {
        assertEquals("modular", getClass().getModule().getName());
    }

    @Test
    void fails() {
        assertEquals("goodbye", Greeting.text());
    }
}
