package cukes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** What the sentences mean. */
public class Steps {
    private int cukes;

    @Given("{int} cukes")
    public void cukes(int number) {
        cukes = number;
    }

    @Then("there are {int}")
    public void thereAre(int number) {
        assertEquals(number, cukes);
    }
}
