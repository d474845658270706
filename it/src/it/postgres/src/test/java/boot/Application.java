package boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that has a pool of connections, and nothing else. */
@SpringBootApplication
class Application {}
