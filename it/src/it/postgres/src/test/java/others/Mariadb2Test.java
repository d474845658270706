package others;

final class Mariadb2Test extends MariadbContract {}
