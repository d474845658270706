/** Named, so that Surefire puts it on the module path. */
module modular {
    exports modular;
}
