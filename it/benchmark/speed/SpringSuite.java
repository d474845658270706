import java.util.Map;
import java.util.TreeMap;

/** S6: twenty classes of Spring Boot's, of which five share a context each, if they share a JVM. */
final class SpringSuite {
    private static final int CLASSES = 20;
    private static final int CONTEXTS = 4;
    private static final String BOOT = "3.5.7";

    private SpringSuite() {}

    static Suite of(String name) {
        Map<String, String> sources = new TreeMap<>();
        sources.put("shop/Shop", """
                package shop;

                import org.springframework.beans.factory.annotation.Value;
                import org.springframework.boot.autoconfigure.SpringBootApplication;
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.transaction.annotation.Transactional;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.PathVariable;
                import org.springframework.web.bind.annotation.RestController;

                @SpringBootApplication
                public class Shop {
                    public record Order(long id, String region) {}

                    public interface Mail {
                        void send(Order order);
                    }

                    @RestController
                    public static class Orders {
                        private final JdbcTemplate database;
                        private final Mail mail;
                        private final String region;

                        Orders(JdbcTemplate database, Mail mail, @Value("${shop.region}") String region) {
                            this.database = database;
                            this.mail = mail;
                            this.region = region;
                        }

                        @Transactional
                        @GetMapping("/orders/{id}")
                        public Order order(@PathVariable("id") long id) {
                            Long found = database.queryForObject("select cast(? as bigint)", Long.class, id);
                            Order order = new Order(found, region);
                            mail.send(order);
                            return order;
                        }
                    }
                }
                """);
        for (int i = 0; i < CLASSES; i++) {
            String type = "Orders%02dTest".formatted(i);
            String region = "region" + i % CONTEXTS;
            sources.put("shop/" + type, """
                    package shop;

                    import static org.assertj.core.api.Assertions.assertThat;
                    import static org.mockito.Mockito.verify;
                    import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
                    import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
                    import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

                    import org.junit.jupiter.api.Test;
                    import org.springframework.beans.factory.annotation.Autowired;
                    import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
                    import org.springframework.boot.test.context.SpringBootTest;
                    import org.springframework.test.context.bean.override.mockito.MockitoBean;
                    import org.springframework.test.web.servlet.MockMvc;

                    @SpringBootTest(properties = "shop.region=%s")
                    @AutoConfigureMockMvc
                    class %s {
                        @Autowired
                        private MockMvc mvc;

                        @Autowired
                        private Shop.Orders orders;

                        @MockitoBean
                        private Shop.Mail mail;

                        @Test
                        void answers() throws Exception {
                            mvc.perform(get("/orders/%d"))
                                    .andExpect(status().isOk())
                                    .andExpect(jsonPath("$.region").value("%s"));
                        }

                        @Test
                        void sendsMail() {
                            Shop.Order order = orders.order(%d);
                            assertThat(order.id()).isEqualTo(%d);
                            verify(mail).send(order);
                        }
                    }
                    """.formatted(region, type, i, region, i, i));
        }
        String dependencies = boot("spring-boot-starter-web")
                + boot("spring-boot-starter-jdbc")
                + boot("spring-boot-starter-test")
                + Xml.dependency("com.h2database", "h2", "2.3.232", "");
        return new Suite(name, sources, dependencies, "");
    }

    private static String boot(String artifact) {
        return Xml.dependency("org.springframework.boot", artifact, BOOT, "");
    }
}
