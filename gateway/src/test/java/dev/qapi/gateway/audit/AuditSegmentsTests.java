package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSegmentsTests {

    @TempDir
    Path data;

    private AuditFolder folder;
    private AuditSegments segments;

    @BeforeEach
    void open() {
        folder = new AuditFolder(data);
        folder.start();
        segments = new AuditSegments(folder, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        folder.stop();
    }

    private void append(String... lines) throws Exception {
        segments.append(List.of(lines).stream().map(String::getBytes).toList());
    }

    private List<String> delivered() throws Exception {
        segments.closeIfOlderThan(Duration.ZERO, List::of);
        return folder.waiting().stream().flatMap(AuditSegmentsTests::lines).toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whateverIsWrittenAtOnceIsOneLineEach() throws Exception {
        IntStream.range(0, 1_000).parallel().forEach(number -> {
            try {
                append("a " + number, "b " + number);
                segments.closeIfOlderThan(Duration.ofMillis(number % 7), List::of);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(delivered())
                .hasSize(2_000)
                .containsAll(IntStream.range(0, 1_000)
                        .mapToObj(number -> "a " + number)
                        .toList());
    }

    @Test
    void aYoungSegmentStaysOpenEvenIfTheClockStandsStill() throws Exception {
        append("one");
        segments.closeIfOlderThan(Duration.ofHours(1), List::of);
        assertThat(folder.waiting()).isEmpty();
        assertThat(delivered()).containsExactly("one");
    }

    @Test
    void whatCouldNotBeClosedIsClosedLater() throws Exception {
        append("one");
        Files.move(data.resolve("audit"), data.resolve("away"));
        assertThatIOException().isThrownBy(() -> segments.closeIfOlderThan(Duration.ZERO, List::of));
        assertThatIOException().isThrownBy(() -> append("refused"));
        Files.move(data.resolve("away"), data.resolve("audit"));
        assertThat(delivered()).containsExactly("one");
        append("two");
        assertThat(delivered()).containsExactly("one", "two");
    }
}
