module shop {
    exports shop;
}
