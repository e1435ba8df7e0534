package dev.qapi.mock.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("new").resolve("deeds.jsonl");
    }

    private static int moveADay(Journal journal, String reference) {
        var given = new ArrayList<Integer>();
        journal.once(Deed.Moved.class, reference, sequence -> {
            given.add(sequence);
            return new Deed.Moved(reference, Duration.ofDays(1));
        });
        return given.isEmpty() ? 0 : given.getFirst();
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        moveADay(new Journal(file), "one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineLeftUnfinishedDoesNotSpoilTheNextOne() throws IOException {
        moveADay(new Journal(file), "one");
        Files.writeString(file, "{\"deed\":\"Moved\",\"refer", StandardOpenOption.APPEND);
        moveADay(new Journal(file), "two");
        assertThat(new Journal(file).moved()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aDamagedLineIsLeftOutAndItsNumberNotGivenOutAgain() throws IOException {
        var journal = new Journal(file);
        List.of("one", "two", "three").forEach(it -> moveADay(journal, it));
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\nnonsense\n" + lines.get(2) + "\n");
        var again = new Journal(file);
        assertThat(again.moved()).isEqualTo(Duration.ofDays(2));
        assertThat(moveADay(again, "four")).isEqualTo(4);
    }

    @Test
    void theSameReferenceIsTheSameDeedAfterARestartToo() {
        assertThat(moveADay(new Journal(file), "one")).isEqualTo(1);
        assertThat(moveADay(new Journal(file), "one")).isZero();
    }

    @Test
    void aFileThatCannotBeUsedIsKnownAtTheStart() {
        assertThatThrownBy(() -> new Journal(folder)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatIsForgottenStaysForgotten() {
        var journal = new Journal(file);
        moveADay(journal, "one");
        journal.forget();
        assertThat(journal.moved()).isZero();
        assertThat(new Journal(file).moved()).isZero();
    }
}
