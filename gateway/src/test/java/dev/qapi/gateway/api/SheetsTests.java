package dev.qapi.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Sheet.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Files that a spreadsheet opens without running anything, and that say of themselves how far they may be trusted. */
class SheetsTests {

    private static final Instant AS_OF = Instant.parse("2026-11-23T06:00:00Z");
    private static final MediaType XLSX = MediaType.parseMediaType(Sheet.XLSX);
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    /** Mostly what spreadsheets and parsers take for something else. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('=', '+', '-', '@', '\t', '\r', '\n', '"', '\'', ',', ';', '<', '&', ' ', '1', 'A', 'Ə', 'ж')
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Property(tries = 300)
    void noCellOfCsvIsAFormulaAndNoneIsLost(@ForAll("texts") String one, @ForAll("texts") String other) {
        var rows = CSV.readerFor(String[].class)
                .<String[]>readValues(Sheets.csv(sheet(List.of(one, other)), answer(Freshness.FRESH)))
                .readAll();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).hasSize(5);
        assertThat(List.of(rows.get(1)[0], rows.get(1)[1])).zipSatisfy(List.of(one, other), (cell, text) -> {
            assertThat(cell).doesNotContainPattern("^[=+\\-@\\t\\r]");
            assertThat(cell).isEqualTo("=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text);
        });
    }

    @Property(tries = 100)
    void noCellOfAWorkbookIsAFormulaAndNoneIsLost(@ForAll("texts") String one, @ForAll @Size(max = 3) String other) {
        var page = Worksheet.of(Workbooks.of(sheet(List.of(one, other)), List.of(one)));
        assertThat(page.formulas()).isZero();
        assertThat(page.texts()).contains(one);
    }

    @Test
    void numbersAndDaysAreWhatTheyAreAndCodesAreWords() {
        var row = List.<Object>of(new Sheet.Coded(Freshness.STALE, "Köhnə"), -3);
        var days = List.<Object>of(LocalDate.of(2026, 12, 1), "");
        var sheet = new Sheet("s", "t", columns(), List.of(row, days));
        assertThat(Sheets.csv(sheet, answer(Freshness.FRESH)))
                .isEqualTo("one,other,asOf,freshness,reliance\r\n"
                        + "STALE,-3,2026-11-23T10:00:00+04:00,FRESH,SAFE\r\n"
                        + "2026-12-01,,2026-11-23T10:00:00+04:00,FRESH,SAFE\r\n");
        var page = Worksheet.of(Workbooks.of(sheet, List.of()));
        assertThat(page.texts()).contains("Köhnə", "Eins").doesNotContain("-3");
        assertThat(page.numbers()).contains("-3", "46357"); // days are counted from 1900
    }

    @Test
    void aTableWithoutRowsSaysOfWhenItIsToo() {
        assertThat(Sheets.csv(new Sheet("s", "t", columns(), List.of()), answer(Freshness.STALE)))
                .isEqualTo(
                        "one,other,asOf,freshness,reliance\r\n,,2026-11-23T10:00:00+04:00,STALE,RECHECK_BEFORE_ACTING\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, az, Reyestr indi cavab vermir., 2026-11-23 10:00",
        "PARTIAL, ru, Ответ неполный., 2026-11-23 10:00",
        "CACHED, en, The register said this at 2026-11-23 10:00., Check again before any step that cannot be undone."
    })
    void aFileSaysHowItCameAbout(Freshness freshness, String language, String first, String second) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        var headers = new HttpHeaders();
        var file = new Sheets(messages)
                .write(answer(freshness).map(_ -> sheet(List.of("a", "b"))), XLSX, Locale.of(language), headers);
        assertThat(Worksheet.of(file).texts())
                .anyMatch(text -> text.startsWith(first))
                .anyMatch(text -> text.contains(second));
        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("s.xlsx");
        assertThat(Sheets.csv(sheet(List.of("a", "b")), answer(freshness)))
                .endsWith("," + freshness + ",RECHECK_BEFORE_ACTING\r\n");
    }

    private static Answer<String> answer(Freshness freshness) {
        var reliance = freshness == Freshness.FRESH ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING;
        return new Answer<>("", AS_OF, freshness, reliance, List.of(), List.of());
    }

    private static Sheet sheet(List<Object> row) {
        return new Sheet("s", "t", columns(), List.of(row));
    }

    private static List<Column> columns() {
        return List.of(new Column("one", "Eins"), new Column("other", "Zwei"));
    }
}
