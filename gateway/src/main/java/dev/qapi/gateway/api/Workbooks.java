package dev.qapi.gateway.api;

import dev.qapi.eservice.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Office Open XML (ECMA-376). Texts are cells of text, whatever they begin with: nothing that is told becomes a formula. */
final class Workbooks {

    private static final int WIDTH = 16;
    private static final int WIDEST = 48;

    private Workbooks() {}

    /** @param above the table, below its title */
    static byte[] of(Sheet sheet, List<String> above) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Qapi", null)) {
            var page = book.newWorksheet(sheet.name());
            var row = head(page, sheet.title(), above);
            table(page, row, sheet);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static int head(Worksheet page, String title, List<String> above) {
        page.value(0, 0, title);
        page.style(0, 0).bold().fontSize(14).set();
        for (var line = 0; line < above.size(); line++) {
            page.value(line + 1, 0, above.get(line));
        }
        return above.size() + 2;
    }

    private static void table(Worksheet page, int head, Sheet sheet) {
        for (var column = 0; column < sheet.columns().size(); column++) {
            page.value(head, column, sheet.columns().get(column).text());
            page.style(head, column).bold().wrapText(true).set();
            page.width(column, width(sheet, column));
        }
        for (var line = 0; line < sheet.rows().size(); line++) {
            for (var column = 0; column < sheet.columns().size(); column++) {
                cell(page, head + 1 + line, column, sheet.rows().get(line).get(column));
            }
        }
        page.freezePane(0, head + 1);
    }

    private static int width(Sheet sheet, int column) {
        var longest = sheet.rows().stream()
                .map(row -> row.get(column))
                .mapToInt(
                        cell -> cell instanceof Sheet.Coded coded ? coded.text().length() : 0)
                .max();
        return Math.clamp(longest.orElse(0), WIDTH, WIDEST);
    }

    private static void cell(Worksheet page, int row, int column, Object value) {
        switch (value) {
            case Number number -> page.value(row, column, number);
            case LocalDate day -> {
                page.value(row, column, day);
                page.style(row, column).format("yyyy-mm-dd").set();
            }
            case Sheet.Coded coded -> page.value(row, column, coded.text());
            default -> page.value(row, column, value.toString());
        }
    }
}
