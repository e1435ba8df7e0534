package dev.qapi.mock.population;

import dev.qapi.contract.Node;
import dev.qapi.eservice.Manat;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * State fees.
 *
 * @param tariffs by kind of application, age, working days and length
 */
record Tariff(Node tariffs) {

    /** Empty where nothing is to be paid. */
    Optional<Manat> of(String kind, boolean minor, int workingDays, int length) {
        var ages = tariffs.get(kind);
        var terms = minor && ages.get("minor").isPresent() ? ages.get("minor") : ages.get("adult");
        return terms.entries()
                .filter(term -> Integer.parseInt(term.getKey()) == workingDays)
                .flatMap(term -> term.getValue().entries())
                .filter(row -> length <= Integer.parseInt(row.getKey()))
                .min(Comparator.comparing(row -> Integer.parseInt(row.getKey())))
                .map(row -> new Manat(new BigDecimal(row.getValue().text()).setScale(2)));
    }
}
