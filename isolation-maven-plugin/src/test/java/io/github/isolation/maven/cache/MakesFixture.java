package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A command of a fixture, as a project would have one among its tests. */
final class MakesFixture {
    private MakesFixture() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("hang as well")) {
            new CountDownLatch(1).await();
        }
        Path target = Path.of(arguments[arguments.length - 1]);
        if (!target.equals(Path.of(System.getProperty("isolation.target")))) {
            throw new IllegalStateException("two directories to fill");
        }
        switch (arguments[0]) {
            case "write" -> {
                Files.write(target.resolve("arguments"), List.of(arguments).subList(0, arguments.length - 1));
                Files.writeString(
                        target.resolve("working directory"),
                        Path.of("").toRealPath().toString());
            }
            case "fail" -> {
                for (int line = 1; line <= 60; line++) {
                    System.err.println("line " + line);
                }
                System.exit(3);
            }
            case "large" -> Files.write(target.resolve("large"), Files.readAllBytes(Path.of(arguments[1])));
            case "hang" -> {
                Process child = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MakesFixture.class.getName(),
                                "hang as well")
                        .start();
                System.out.println("child " + child.pid());
                System.out.println(child.waitFor());
            }
            default -> System.out.println("nothing made");
        }
    }
}
