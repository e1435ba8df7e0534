package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Largest;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What an employer files; for which company, their login says, and for which year, the path. */
@Largest(kibibytes = 128)
record Wanted(CalendarYear year, List<Row> rows) implements Inquiry {

    private static final int MOST = 1000;

    @Override
    public SequencedMap<String, Rule> amiss(LocalDate today) {
        var amiss = new LinkedHashMap<String, Rule>();
        if (!year.canBeForecast(today)) {
            amiss.put("/year", Rule.DAY);
        }
        if (rows.isEmpty() || rows.size() > MOST) {
            amiss.put("/rows", Rule.ROWS);
            return amiss;
        }
        for (var at = 0; at < rows.size(); at++) {
            var place = "/rows/" + at + '/';
            rows.get(at).amiss(year).forEach((column, rule) -> amiss.put(place + column, rule));
        }
        return amiss;
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
