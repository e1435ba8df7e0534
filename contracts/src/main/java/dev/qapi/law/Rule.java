package dev.qapi.law;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.qapi.contract.Node;
import dev.qapi.identifier.Citizenship;
import java.time.LocalDate;
import java.util.Set;

/** One version of a rule; for some citizenships only, or for all if it names none. */
record Rule(LocalDate from, Term term, boolean countsBack, Set<Citizenship> citizenships) {

    static Rule of(Node told) {
        return new Rule(
                LocalDate.parse(told.get("from").text()),
                new Term(
                        Integer.parseInt(told.get("term").text()),
                        Term.Unit.valueOf(told.get("unit").text())),
                told.get("before").isPresent(),
                told.get("citizenships").items().stream()
                        .map(it -> Citizenship.of(it.text()))
                        .collect(toUnmodifiableSet()));
    }

    boolean holdsFor(Citizenship whose, LocalDate event) {
        return !event.isBefore(from) && (citizenships.isEmpty() || citizenships.contains(whose));
    }

    LocalDate lastDay(LocalDate event, WorkingDays calendar) {
        return switch (term.unit()) {
            case DAYS -> event.plusDays(countsBack ? -term.amount() : term.amount());
            case MONTHS -> event.plusMonths(countsBack ? -term.amount() : term.amount());
            case WORKING_DAYS ->
                countsBack ? calendar.before(event, term.amount()) : calendar.after(event, term.amount());
        };
    }
}
