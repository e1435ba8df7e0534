package dev.qapi.eservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Days by which something has to be done, for whatever calendar a person has (RFC 5545). It names the duty and nobody.
 *
 * @param asOf when it was known
 */
public record Calendar(List<Entry> entries, Instant asOf) {

    private static final MediaType TYPE = new MediaType("text", "calendar", UTF_8);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    /**
     * One day.
     *
     * @param uid the same for the same duty, so that what is fetched again replaces what was there
     * @param day the last one on which it can be done
     * @param note what else is to be known, such as the clause
     */
    public record Entry(String uid, LocalDate day, String title, String note) {}

    /** For a browser to open or keep, and for nobody on its way. */
    public ResponseEntity<String> answer() {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("qapi.ics")
                                .build()
                                .toString())
                .body(text());
    }

    /** As RFC 5545 writes it. */
    public String text() {
        var head = Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qapi//Duties//EN");
        return Stream.of(head, entries.stream().flatMap(this::lines), Stream.of("END:VCALENDAR"))
                .flatMap(lines -> lines)
                .map(Calendar::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private Stream<String> lines(Entry entry) {
        return Stream.of(
                "BEGIN:VEVENT",
                "UID:" + entry.uid() + "@qapi",
                "DTSTAMP:" + MOMENT.format(asOf),
                "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(entry.day()),
                "SUMMARY:" + escaped(entry.title()),
                "DESCRIPTION:" + escaped(entry.note()),
                "CLASS:PRIVATE",
                "TRANSP:TRANSPARENT",
                "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** No line is longer than 75 octets, and no character is cut in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var size = Character.toString(character).getBytes(UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += size;
        }
        return folded.toString();
    }
}
