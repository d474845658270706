package io.github.isolation.maven;

import io.github.isolation.service.ServiceSpec;
import java.io.IOException;

/** A service that was read, and whose data are yet to be had. */
@FunctionalInterface
interface ServiceDraft {
    /** Makes what it needs once for all forks, in the cache mostly, and says how each fork is to start it. */
    ServiceSpec prepare(ServicePreparation around) throws IOException;
}
