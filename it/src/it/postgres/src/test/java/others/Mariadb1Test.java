package others;

final class Mariadb1Test extends MariadbContract {}
