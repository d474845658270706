package cukes;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** Runs the features. */
@Suite
@IncludeEngines("cucumber")
@SelectClasspathResource("cukes")
@ConfigurationParameter(key = "cucumber.glue", value = "cukes")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
public class CukesTest {}
