package io.github.isolation.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The services of each fork, in the order in which they are started. Written by {@code prepare-cache}; read by the supervisor,
 * and by {@code Isolation} in an IDE. On disk it is a properties file; {@link ServiceText} shows it.
 */
public record ServicePlan(List<ServiceSpec> services) {
    /** None. */
    public static final ServicePlan EMPTY = new ServicePlan(List.of());

    public ServicePlan {
        services = List.copyOf(services);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return services.isEmpty();
    }

    /**
     * Reads a plan; where there is no file, there are no services.
     *
     * @throws IOException also when the file is not a plan
     */
    public static ServicePlan read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            int count = Integer.parseInt(properties.getProperty("services", "0"));
            List<ServiceSpec> services = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                services.add(new ServiceText(properties, "service." + number + ".").read());
            }
            return new ServicePlan(services);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the plan of services " + file + " is damaged (" + e.getMessage()
                            + "); 'mvn process-test-classes' writes it again",
                    e);
        }
    }

    /** Writes the plan; readers see the old one or the new one, and nothing in between. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("services", Integer.toString(services.size()));
        for (int number = 1; number <= services.size(); number++) {
            new ServiceText(properties, "service." + number + ".").write(services.get(number - 1));
        }
        ServiceText.writeFile(file, properties);
    }
}
