package dev.qapi.eservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What we write is read by somebody else's reader. */
class CalendarTest {

    private static final String TITLE =
            "Yaşayış yeri üzrə qeydiyyat; müddət, son gün – регистрация \\ 登録 \uD83D\uDCC5 до конца дня";

    private final Calendar calendar = new Calendar(
            List.of(
                    new Calendar.Entry("register-2026-11-23", LocalDate.of(2026, 11, 30), TITLE, "one\r\ntwo\u0007"),
                    new Calendar.Entry("leave-2026-12-01", LocalDate.of(2026, 12, 1), "x", "y\nBEGIN:VEVENT")),
            Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void everyDutyIsADayWithItsWordsAndNothingCanBeSmuggledIn() throws Exception {
        var read = new CalendarBuilder().build(new StringReader(calendar.text()));
        assertThat(read.validate().getEntries()).isEmpty();
        List<VEvent> events = read.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        var first = events.getFirst();
        assertThat(first.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(first.getDescription().getValue()).isEqualTo("one\ntwo");
        assertThat(first.getUid().orElseThrow().getValue()).isEqualTo("register-2026-11-23@qapi");
        Temporal day = first.getDateTimeStart().getDate();
        assertThat(day).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void noLineIsLongerThan75Octets() {
        assertThat(calendar.text().split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar.text()).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
    }
}
