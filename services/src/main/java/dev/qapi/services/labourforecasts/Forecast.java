package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.TaxNumber;
import java.util.List;

/** A version of a forecast as it is kept. */
record Forecast(TaxNumber taxNumber, int year, int version, List<Row> rows) implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of(taxNumber);
    }

    int places() {
        return rows.stream().mapToInt(Row::number).sum();
    }
}
