package shop;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a note in the fork's directory for every class that ran there. For your eyes only: isolation does not need it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WritesDownItsFork.Note.class)
@interface WritesDownItsFork {

    /** Writes the note. */
    final class Note implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            Path notes = Files.createDirectories(Isolation.fork().directory().resolve("classes"));
            Files.writeString(
                    notes.resolve(context.getRequiredTestClass().getSimpleName()),
                    Isolation.fork().slot());
        }
    }
}
