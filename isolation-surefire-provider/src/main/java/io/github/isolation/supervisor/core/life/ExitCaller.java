package io.github.isolation.supervisor.core.life;

/** Who called {@code System.exit}: the name of the thread, and its stack, innermost frame first, a line each. */
public record ExitCaller(String thread, String stack) {}
