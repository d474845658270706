package io.github.isolation.findings;

/** A line of the user's code. */
record CodeLine(String className, String method, int line) implements Comparable<CodeLine> {
    @Override
    public int compareTo(CodeLine other) {
        int byClass = className.compareTo(other.className);
        return byClass != 0 ? byClass : Integer.compare(line, other.line);
    }

    String topLevel() {
        return TestName.topLevel(className);
    }

    /** As in a stack trace, so that an IDE makes a link of it. */
    @Override
    public String toString() {
        String file = topLevel().substring(topLevel().lastIndexOf('.') + 1) + ".java";
        return className + "." + method + "(" + file + (line > 0 ? ":" + line : "") + ")";
    }
}
