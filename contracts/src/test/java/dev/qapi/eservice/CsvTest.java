package dev.qapi.eservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a spreadsheet opens without running anything. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noTextIsAFormula(String text) {
        assertThat(Csv.cell(text)).startsWith(text.contains("\r") ? "\"'" : "'");
    }

    @Test
    void quotesAndLinesAreKeptAndNumbersAreNumbers() {
        assertThat(Csv.of(List.of("a", "b"), Stream.of(List.of("x,\"y\"\n", -3))))
                .isEqualTo("a,b\r\n\"x,\"\"y\"\"\n\",-3\r\n");
    }
}
