package io.github.isolation.maven.shard;

import io.github.isolation.queue.QueueAddress;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.jspecify.annotations.Nullable;

/** User and password of a queue: those of a {@code <server>} in settings.xml, as Maven decrypts them, or else those of the environment. */
public final class QueueLogin {
    /** Finds what decrypts settings; where nobody needs it, nobody looks for it. */
    public interface Decrypters {
        SettingsDecrypter find() throws IOException;
    }

    private QueueLogin() {}

    /** That of this Maven. */
    public static Decrypters of(PlexusContainer maven) {
        return () -> {
            try {
                return maven.lookup(SettingsDecrypter.class);
            } catch (ComponentLookupException e) {
                throw new IOException("this Maven does not decrypt settings: " + e.getMessage(), e);
            }
        };
    }

    /**
     * Finds them.
     *
     * @param server the id of the {@code <server>}; null or blank if the user names none
     * @throws IOException if there is no such server, or its password cannot be had
     */
    public static QueueAddress find(
            String url,
            @Nullable String server,
            Settings settings,
            Decrypters decrypters,
            Map<String, String> environment)
            throws IOException {
        if (server == null || server.isBlank()) {
            return QueueAddress.of(url, environment);
        }
        Server found = settings.getServer(server.strip());
        if (found == null) {
            throw refused("settings.xml has no <server> with the id '" + server.strip() + "'; it has "
                    + ids(settings.getServers()));
        }
        SettingsDecryptionResult result = decrypters.find().decrypt(new DefaultSettingsDecryptionRequest(found));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != Severity.WARNING) {
                throw refused("Maven cannot decrypt the password of the <server> '" + found.getId()
                        + "' of settings.xml: " + problem.getMessage());
            }
        }
        String password = result.getServer().getPassword();
        if (password == null || password.isEmpty()) {
            throw refused("the <server> '" + found.getId() + "' of settings.xml has no <password>");
        }
        String user = result.getServer().getUsername();
        return new QueueAddress(url, user == null ? "" : user, password);
    }

    private static String ids(List<Server> servers) {
        return servers.isEmpty()
                ? "none at all"
                : servers.stream().map(Server::getId).collect(Collectors.joining(", "));
    }

    private static IOException refused(String why) {
        return new IOException("<queueServer> (" + SettingNames.QUEUE_SERVER + "): " + why);
    }
}
