package dev.qapi.gateway.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM with this one's class path, whose words go into a file and which does not outlive this one.
 *
 * @param flags beside those that every one has
 * @param archive what the first one that ends in peace has read of classes, by which the others start in half the time
 */
record Child(String main, String classPath, List<String> flags, Path archive, Path log, List<String> arguments) {

    Process start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = Stream.of(
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive,
                "-Xlog:cds=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                Main.class.getName(),
                main);
        try {
            return new ProcessBuilder(Stream.of(Stream.of(java), flags.stream(), jvm, arguments.stream())
                            .flatMap(it -> it)
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static class Main {
        public static void main(String[] mainAndArguments) throws Exception {
            Thread.ofPlatform().daemon().start(Main::endWithParent);
            var main = Class.forName(mainAndArguments[0]).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) Arrays.copyOfRange(mainAndArguments, 1, mainAndArguments.length));
        }

        private static void endWithParent() {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException gone) {
                // as good as an end
            }
            Runtime.getRuntime().halt(1);
        }
    }
}
