open module shop.tests {
    requires shop;
    requires io.github.isolation.api;
    requires org.junit.jupiter.api;
}
