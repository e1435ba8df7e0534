package dev.qapi.gateway.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another JVM with the same class path, to be killed. */
public record ForkedJvm(Process process, BufferedReader output) implements AutoCloseable {

    private static final String WORD = "> ";

    public static ForkedJvm running(Class<?> main, Object... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                List.of(
                        java,
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()),
                Stream.of(arguments).map(Object::toString).toList());
        var process = new ProcessBuilder(command.flatMap(List::stream).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ForkedJvm(process, process.inputReader());
    }

    /** What it has said; the lines of its log are passed over. */
    public String heard() {
        return output.lines()
                .filter(line -> line.startsWith(WORD))
                .findFirst()
                .orElseThrow()
                .substring(WORD.length());
    }

    /** To be called inside the other JVM, which then waits to be killed. */
    public static void say(Object word) throws IOException {
        System.out.println(WORD + word);
        System.in.read();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
