package ng;

import static org.testng.Assert.assertEquals;

import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** TestNG. */
public class FirstTest {

    @BeforeClass
    public void before() {
        System.out.println("before the class");
    }

    @Test
    public void passes() {}

    @Test
    public void fails() {
        assertEquals(1, 2, "a message");
    }

    @Test
    public void isSkipped() {
        throw new SkipException("for a reason");
    }

    @Test(dependsOnMethods = "fails")
    public void dependsOnAFailure() {}

    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "numbers")
    public void takesNumbers(int number) {
        assertEquals(number, 1);
    }
}
