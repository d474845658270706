package resumes;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Two classes that nobody runs on their own; each takes the JVM along. */
@Suite
@SelectClasses({FirstMember.class, SecondMember.class})
class SuiteOfTwoTest {}
