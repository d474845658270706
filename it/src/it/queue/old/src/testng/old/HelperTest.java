package old;

/** Has no test, and a name as if it had. */
public class HelperTest {
    int answer() {
        return 42;
    }
}
