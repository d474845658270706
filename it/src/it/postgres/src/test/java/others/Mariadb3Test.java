package others;

final class Mariadb3Test extends MariadbContract {}
