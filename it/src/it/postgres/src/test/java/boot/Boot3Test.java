package boot;

final class Boot3Test extends BootContract {}
