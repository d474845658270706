package boot;

final class Boot1Test extends BootContract {}
