package dev.qapi.gateway.killing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a JVM is, seen from outside: what is left of its heap after a collection, its threads, its files, and whether an event loop waits. */
final class Vitals {

    /** Of the serial collector, where everything is that a whole collection has left; elsewhere is what was made since. */
    private static final Pattern USED = Pattern.compile("Tenured +total \\d+K, used (\\d+)K");

    private static final Pattern LOOP =
            Pattern.compile("\"([\\w-]*epoll[\\w-]*)\"[^\n]*\n +java.lang.Thread.State: (\\w+)");

    private final long pid;

    /**
     * @param heap in KiB
     * @param files open file descriptors, sockets among them
     */
    record Sign(long heap, int threads, int files) {}

    Vitals(long pid) {
        this.pid = pid;
    }

    Sign look() {
        jcmd("GC.run");
        var heap = USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        if (heap == 0) {
            throw new IllegalStateException("jcmd tells of its heap in other words");
        }
        return new Sign(heap, count("task"), count("fd"));
    }

    /** The event loops that did not run at two looks, one right after the other: whoever runs on one may not wait. */
    Set<String> waitingLoops() {
        var both = loops();
        both.retainAll(loops());
        return both;
    }

    private Set<String> loops() {
        var loops = LOOP.matcher(jcmd("Thread.print")).results().toList();
        if (loops.isEmpty()) {
            throw new IllegalStateException("no event loop was found");
        }
        return loops.stream()
                .filter(loop -> !loop.group(2).equals("RUNNABLE"))
                .map(loop -> loop.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int count(String what) {
        var files = Path.of("/proc", Long.toString(pid), what).toFile().list();
        return files == null ? 0 : files.length;
    }

    private String jcmd(String command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(program, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
