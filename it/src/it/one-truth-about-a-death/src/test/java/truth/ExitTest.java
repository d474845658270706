package truth;

class ExitTest extends Way.Exit {}
