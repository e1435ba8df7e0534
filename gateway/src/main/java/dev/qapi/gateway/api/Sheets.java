package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Csv;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Sheet.Column;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes a {@link Sheet} as a file. Files are handed on without the headers that came with them, so each says of when it
 * is and how far to trust it: CSV in three more columns, a workbook above the table in the words that a page has for it.
 */
@Component
class Sheets {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final MessageSource messages;

    Sheets(MessageSource messages) {
        this.messages = messages;
    }

    /** @param answer whose data is a sheet */
    byte[] write(Answer<?> answer, MediaType type, @Nullable Locale locale, HttpHeaders headers) {
        var sheet = (Sheet) answer.data();
        var isCsv = type.getType().equals("text");
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(sheet.name() + (isCsv ? ".csv" : ".xlsx"))
                .build());
        return isCsv
                ? csv(sheet, answer).getBytes(StandardCharsets.UTF_8)
                : Workbooks.of(sheet, above(answer, locale == null ? Locale.ROOT : locale));
    }

    static String csv(Sheet sheet, Answer<?> answer) {
        var columns =
                Stream.concat(sheet.columns().stream().map(Column::name), Stream.of("asOf", "freshness", "reliance"));
        var standing = List.of(ISO.format(answer.asOf().atZone(BAKU)), answer.freshness(), answer.reliance());
        // a table of nothing has one line that says so: else nobody could tell it from one that is old
        var rows = sheet.rows().isEmpty()
                ? List.of(Collections.<Object>nCopies(sheet.columns().size(), ""))
                : sheet.rows();
        return Csv.of(columns.toList(), rows.stream().map(row -> {
            List<Object> whole = new ArrayList<>(row);
            whole.addAll(standing);
            return whole;
        }));
    }

    private List<String> above(Answer<?> answer, Locale locale) {
        var moment = MOMENT.format(answer.asOf().atZone(BAKU));
        var key = "standing." + answer.freshness();
        var isWhole = answer.freshness() == Freshness.FRESH || answer.freshness() == Freshness.CACHED;
        var lines = new ArrayList<String>();
        lines.add(messages.getMessage(key, new Object[] {moment}, locale));
        if (!isWhole) {
            lines.add(messages.getMessage(key + ".said", new Object[] {moment}, locale));
        }
        if (answer.reliance() == Reliance.DO_NOT_RELY) {
            lines.add(messages.getMessage("standing.DO_NOT_RELY", null, locale));
        } else if (answer.reliance() == Reliance.RECHECK_BEFORE_ACTING && answer.freshness() != Freshness.STALE) {
            lines.add(messages.getMessage("standing.RECHECK", null, locale));
        }
        return lines;
    }
}
