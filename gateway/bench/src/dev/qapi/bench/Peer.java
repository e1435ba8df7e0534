package dev.qapi.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of those that are compared: a process of its own on the first core, with whatever processes it starts. */
final class Peer {

    /** Of a core. */
    private static final double RESTING = 0.02;

    final String name;
    final int port;
    final Dialect dialect;
    private final Process process;
    private final long begun = System.nanoTime();
    double startSeconds;
    double idleMebibytes;

    Peer(String name, int port, Path folder, Dialect dialect, List<String> command) throws IOException {
        this.name = name;
        this.port = port;
        this.dialect = dialect;
        Files.createDirectories(folder);
        var pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
        pinned.addAll(command);
        this.process = new ProcessBuilder(pinned)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** Waits for its first right answer. */
    void await() throws InterruptedException {
        for (var tries = 0; tries < 6000; tries++) {
            if (!process.isAlive()) {
                break;
            }
            if (isOpen() && Load.burst(port, 1, _ -> dialect.personal(1)).good() == 1) {
                startSeconds = (System.nanoTime() - begun) / 1e9;
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(name + " does not answer: see its log");
    }

    /**
     * Asks on both cores until it compiles next to nothing any more: a JVM that shares the measured core with its own compiler
     * is measured with it. One that has no compiler is asked once.
     *
     * @param most how often the questions are asked at most
     */
    void warm(int most, Runnable questions) {
        allow("0,1");
        for (var time = 0; time < most; time++) {
            var begun = System.nanoTime();
            var before = compilerSeconds();
            questions.run();
            if (compilerSeconds() - before < RESTING * (System.nanoTime() - begun) / 1e9) {
                break;
            }
        }
        allow("0");
    }

    private void allow(String cores) {
        processes().map(ProcessHandle::pid).forEach(pid -> {
            try {
                new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(pid)).redirectOutput(Redirect.DISCARD).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private boolean isOpen() {
        try (var _ = new java.net.Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** CPU seconds that it has used so far, to the hundredth. */
    double cpuSeconds() {
        return processes().mapToDouble(Peer::cpuSeconds).sum();
    }

    /** What it holds of the machine's memory. */
    double mebibytes() {
        return processes().mapToDouble(Peer::mebibytes).sum();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private double compilerSeconds() {
        return processes().mapToDouble(Peer::compilerSeconds).sum();
    }

    private static double compilerSeconds(ProcessHandle process) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return threads.map(thread -> text(thread.resolve("stat")))
                    .filter(stat -> stat.matches("(?s)\\d+ \\(C[12] Compiler.*"))
                    .mapToDouble(Peer::cpuSeconds)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double cpuSeconds(ProcessHandle process) {
        return cpuSeconds(text(process, "stat"));
    }

    private static double cpuSeconds(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static double mebibytes(ProcessHandle process) {
        return text(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static String text(ProcessHandle process, String file) {
        return text(Path.of("/proc", Long.toString(process.pid()), file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return ") " + "0 ".repeat(20);
        }
    }

    void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
