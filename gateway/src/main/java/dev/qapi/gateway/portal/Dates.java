package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Dates and times written out in the reader's language, by Baku's clock: {@code 23 noyabr 2026}. */
record Dates(Language language, Clock clock, MessageSource messages) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    /** A day; what is none stays as it is. */
    public String day(Object iso) {
        try {
            return words(LocalDate.parse(iso.toString()));
        } catch (DateTimeException notADay) {
            return iso.toString();
        }
    }

    /** A month by its name, without its year. */
    public String month(Object iso) {
        return DateTimeFormatter.ofPattern("LLLL", language.locale()).format(YearMonth.parse(iso.toString()));
    }

    /** The same in few letters. */
    public String shortMonth(Object iso) {
        return DateTimeFormatter.ofPattern("LLL", language.locale())
                .format(YearMonth.parse(iso.toString()))
                .replace(".", "");
    }

    /** A moment: its time and day, the day called today if it is. */
    public String moment(Object iso) {
        try {
            var at = OffsetDateTime.parse(iso.toString()).atZoneSameInstant(BAKU);
            var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
            var today = LocalDate.ofInstant(clock.instant(), BAKU);
            return at.toLocalDate().equals(today)
                    ? say("moment.today", time)
                    : say("moment.day", time, words(at.toLocalDate()));
        } catch (DateTimeException notAMoment) {
            return iso.toString();
        }
    }

    /** A day or a moment, whichever it is. */
    public String written(Object iso) {
        return iso.toString().contains("T") ? moment(iso) : day(iso);
    }

    private String words(LocalDate day) {
        return say("day", day.getDayOfMonth(), month(day), String.valueOf(day.getYear()));
    }

    private String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM", language.locale()).format(day);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
