package dev.qapi.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class WorkingDaysTest {

    private final WorkingDays calendar = WorkingDays.read();

    @Test
    void novruzAndRamazanCoincideIn2026AndTheOfficesOpenAgainOnTheLastOfMarch() {
        assertThat(closed("2026-03-19", "2026-04-01"))
                .isEqualTo(LocalDate.parse("2026-03-20")
                        .datesUntil(LocalDate.parse("2026-03-31"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-04-01", // Ramazan on a Sunday
                "2025-06-09", // Qurban on a Saturday
                "2025-11-11", // victory and flag on a weekend
                "2026-05-29", // Qurban on the day of independence
                "2024-06-18", // Qurban on a Sunday, the day of salvation on a Saturday
                "2024-06-19"
            })
    void aHolidayThatIsLostIsMadeUpForByTheNextWorkingDay(String day) {
        assertThat(calendar.isOpen(LocalDate.parse(day))).isFalse();
    }

    @Test
    void theLastDayOfAYearIsMadeUpForInTheNext() {
        assertThat(calendar.onOrAfter(LocalDate.parse("2022-12-31"))).isEqualTo("2023-01-05");
    }

    @Test
    void theDayOfMourningIsNotMadeUpFor() {
        assertThat(calendar.isOpen(LocalDate.parse("2024-01-22"))).isTrue();
    }

    @Test
    void aHolidayIsNoneBeforeItsFirstYear() {
        assertThat(calendar.isOpen(LocalDate.parse("2018-11-08"))).isTrue();
        assertThat(calendar.isOpen(LocalDate.parse("2018-11-09"))).isFalse();
    }

    @Test
    void decisionsMoveDays() {
        var moved = WorkingDays.read(new ByteArrayResource("""
                version: test
                announced: { from: "2026-01-01", until: "2026-12-31" }
                closed: ["2026-11-23"]
                opened: ["2026-11-21"]
                """.getBytes(UTF_8)));
        assertThat(moved.isOpen(LocalDate.parse("2026-11-21"))).isTrue();
        assertThat(moved.onOrAfter(LocalDate.parse("2026-11-22"))).isEqualTo("2026-11-24");
    }

    @Test
    void whatIsNotProclaimedIsProvisional() {
        assertThat(calendar.isAnnounced(calendar.announcedUntil())).isTrue();
        assertThat(calendar.isAnnounced(calendar.announcedUntil().plusDays(1))).isFalse();
        assertThat(calendar.isAnnounced(LocalDate.parse("2023-12-31"))).isFalse();
    }

    private Iterable<LocalDate> closed(String from, String to) {
        return Stream.iterate(LocalDate.parse(from), day -> day.plusDays(1))
                .takeWhile(day -> !day.isAfter(LocalDate.parse(to)))
                .filter(day -> !calendar.isOpen(day))
                .toList();
    }
}
