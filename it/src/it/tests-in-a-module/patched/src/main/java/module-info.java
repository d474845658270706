module patched {
    requires io.github.isolation.api;

    exports patched;
}
