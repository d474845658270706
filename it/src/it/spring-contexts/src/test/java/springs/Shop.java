package springs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** An application with a thread of its own that is no daemon, as one with scheduled work has it. */
@Configuration
class Shop {
    @Bean
    ThreadPoolTaskScheduler clock() throws IOException {
        Path contexts = Path.of(System.getProperty("basedir"), "target", "contexts");
        Files.writeString(
                contexts, System.getProperty("run") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new ThreadPoolTaskScheduler();
    }
}
