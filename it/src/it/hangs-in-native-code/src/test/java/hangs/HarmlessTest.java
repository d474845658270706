package hangs;

/** Ends. */
class HarmlessTest extends Three {

    @Override
    void hang() {}
}
