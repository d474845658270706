package refuses;

import org.apache.maven.surefire.booter.spi.LegacyMasterProcessChannelProcessorFactory;

/** Somebody else's channel: as good as Surefire's own. Found only where the profile puts its name on the class path. */
public final class OtherFactory extends LegacyMasterProcessChannelProcessorFactory {}
