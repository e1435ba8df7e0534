package dev.qapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code sandbox/PERSONAS.md} is what {@code sandbox/personas.yaml} says; with {@code -Dpersonas.write=true} it becomes so. */
class PersonasTableTest {

    private static final Path FILE = Path.of("sandbox", "PERSONAS.md");

    @Test
    void theTableForPeopleIsTheFileForMachines() throws IOException {
        var table = PersonasTable.text();
        if (Boolean.getBoolean("personas.write")) {
            Files.writeString(FILE, table);
        }
        assertThat(FILE)
                .as("renew it: mvn -pl contracts test -Dtest=PersonasTableTest -Dpersonas.write=true")
                .hasContent(table);
    }
}
