package io.github.isolation.maven;

import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** What executions of our goals in one module tell each other during one build. */
final class ModuleState {
    /** Set by our lifecycle participant, which runs only with {@code <extensions>true</extensions>}. */
    private static final String WIRED = "isolation.wired";

    private static final String WARNED = "io.github.isolation.warned";
    private static final String SKIPPED = "io.github.isolation.skipped";
    private static final String SERVICES = "io.github.isolation.services";
    private static final String PLAN = "io.github.isolation.plan";

    private final MavenProject project;
    private final Log log;

    ModuleState(MavenProject project, Log log) {
        this.project = project;
        this.log = log;
    }

    /** Says, once, that tests of this module will run on stock Surefire, unless somebody saw to it. */
    void warnUnlessWired(boolean wiredByHand) {
        boolean wired = Boolean.parseBoolean(project.getProperties().getProperty(WIRED));
        if (!wired && !wiredByHand && project.getContextValue(WARNED) == null) {
            project.setContextValue(WARNED, true);
            log.warn("isolation: fixtures are prepared, but Surefire and Failsafe are left as they are, because"
                    + " <extensions>true</extensions> is missing in the <plugin> element of isolation-maven-plugin."
                    + " Add it; or, if you configured them by hand, set <wiredByHand>true</wiredByHand>");
        }
    }

    /** Says, once for all goals, why they have nothing to do; where the extension is in force, it may have said so already. */
    void skipped(String why) {
        boolean saidByExtension = "false".equals(project.getProperties().getProperty(WIRED));
        if (!saidByExtension && project.getContextValue(SKIPPED) == null) {
            project.setContextValue(SKIPPED, true);
            log.info(why);
        }
    }

    /** The plan of this and all earlier executions in this module. */
    SeedPlan add(SeedPlan plan) {
        SeedPlan all = project.getContextValue(PLAN) instanceof SeedPlan earlier
                ? CachePreparation.merge(earlier, plan)
                : CachePreparation.merge(new SeedPlan(List.of()), plan);
        project.setContextValue(PLAN, all);
        return all;
    }

    /** The services of this and all earlier executions in this module; later ones win. */
    ServicePlan add(ServicePlan plan) {
        List<ServiceSpec> all = new ArrayList<>();
        if (project.getContextValue(SERVICES) instanceof ServicePlan earlier) {
            all.addAll(earlier.services());
        }
        all.removeIf(
                service -> plan.services().stream().anyMatch(later -> later.id().equals(service.id())));
        all.addAll(plan.services());
        ServicePlan together = new ServicePlan(all);
        project.setContextValue(SERVICES, together);
        return together;
    }
}
