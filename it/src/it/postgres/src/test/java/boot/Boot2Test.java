package boot;

final class Boot2Test extends BootContract {}
