package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.language.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The clock of these tests stands in UTC where Baku has the next day already. */
class DatesTests {

    @ParameterizedTest
    @CsvSource({"AZ,23 noyabr 2026", "RU,23 ноября 2026 г.", "EN,23 November 2026"})
    void a_day_is_written_out(Language language, String words) {
        assertThat(dates(language).day("2026-11-23")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AZ | 2026-11-23T20:30:00Z | bu gün saat 00:30",
                "RU | 2026-11-23T20:30:00Z | сегодня, 00:30",
                "EN | 2026-11-23T20:30:00Z | 00:30 today",
                "EN | 2026-11-23T19:59:00Z | 23:59 on 23 November 2026",
                "AZ | 2026-11-22T17:40:00+04:00 | 22 noyabr 2026, saat 17:40",
            })
    void today_is_today_in_baku(Language language, String moment, String words) {
        assertThat(dates(language).moment(moment)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"soon", "2026", "2026-13-01", "''"})
    void what_is_no_date_stays_as_it_is(String text) {
        assertThat(dates(Language.EN).written(text)).isEqualTo(text);
    }

    private static Dates dates(Language language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ROOT);
        return new Dates(language, Clock.fixed(Instant.parse("2026-11-23T20:31:00Z"), ZoneOffset.UTC), messages);
    }
}
