package dev.qapi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line. */
final class Options {

    record Other(String name, Path jar) {}

    private final Map<String, String> given = new HashMap<>();
    private final List<Other> others = new ArrayList<>();
    private final boolean quick;

    Options(String[] arguments) {
        var isQuick = false;
        for (var at = 0; at < arguments.length; at++) {
            if (arguments[at].equals("--quick")) {
                isQuick = true;
            } else if (arguments[at].equals("--also")) {
                var parts = arguments[++at].split("=", 2);
                others.add(new Other(parts[0], Path.of(parts[1])));
            } else {
                given.put(arguments[at].substring(2), arguments[++at]);
            }
        }
        quick = isQuick;
    }

    List<String> list(String name, String otherwise) {
        return List.of(given.getOrDefault(name, otherwise).split(","));
    }

    List<Other> others() {
        return others;
    }

    String root() {
        return given.getOrDefault("root", "../..");
    }

    int rounds() {
        return number("rounds", quick ? 1 : 5);
    }

    double seconds() {
        return number("seconds", quick ? 3 : 5);
    }

    /** Questions before any is measured, at most: a JVM compiles what it does often, and goes on doing so for hundreds of thousands. */
    int warm() {
        return number("warm", quick ? 30_000 : 1_000_000);
    }

    int stampedes() {
        return quick ? 3 : 30;
    }

    double hole() {
        return quick ? 5 : 10;
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }

    /** The one that the build has just made, unless another was named. */
    Path jar() throws IOException {
        if (given.containsKey("jar")) {
            return Path.of(given.get("jar"));
        }
        try (var files = Files.list(Path.of(root(), "gateway", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("gateway-.*\\.jar"))
                    .filter(file -> !file.toString().endsWith("-sources.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
