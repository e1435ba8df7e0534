package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Receipt;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One version, without its rows.
 *
 * @param late whether it was filed after the deadline: it is accepted all the same, what it is worth the service decides
 * @param places how many people its rows ask for
 * @param registration the register's number, once that has it
 */
record Version(
        int version,
        Receipt receipt,
        Coded<State> state,
        boolean late,
        int rows,
        int places,
        @Nullable RegisterNumber registration) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    static Version of(Filed<Forecast, Vmms.Registered> filed, CalendarYear year, Words words) {
        var forecast = filed.payload();
        var said = filed.reply();
        return new Version(
                forecast.version(),
                filed.receipt(),
                Coded.of(filed.state(), words),
                isLate(LocalDate.ofInstant(filed.receipt().filedAt(), BAKU), year),
                forecast.rows().size(),
                forecast.places(),
                said == null ? null : said.number());
    }

    static boolean isLate(LocalDate day, CalendarYear year) {
        return day.isAfter(year.deadline());
    }
}
