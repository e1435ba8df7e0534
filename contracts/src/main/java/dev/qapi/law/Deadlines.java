package dev.qapi.law;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.qapi.contract.Node;
import dev.qapi.identifier.Citizenship;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The terms of the law on migration: {@code law/deadlines.yaml}, reckoned with the state's working days. */
public final class Deadlines {

    private final WorkingDays calendar;
    private final Map<Duty, Article> articles;

    private record Article(String clause, List<Rule> rules) {}

    private Deadlines(Node file, WorkingDays calendar) {
        this.calendar = calendar;
        this.articles = Arrays.stream(Duty.values())
                .collect(toUnmodifiableMap(duty -> duty, duty -> article(file.get(duty.name()))));
    }

    /** The rules and the calendar in force. */
    public static Deadlines read() {
        return new Deadlines(Node.read(new ClassPathResource("law/deadlines.yaml")), WorkingDays.read());
    }

    private static Article article(Node told) {
        return new Article(
                told.get("clause").text(),
                told.get("rules").items().stream().map(Rule::of).toList());
    }

    /**
     * By when, by the rule that was in force on the day of the event.
     *
     * @throws IllegalArgumentException if there was no such duty yet
     */
    public Due of(Duty duty, Citizenship whose, LocalDate event) {
        return find(duty, whose, event).orElseThrow(Deadlines::none);
    }

    /** The same; empty if there was no such duty yet, or if its rule of that day is not on file. */
    public Optional<Due> find(Duty duty, Citizenship whose, LocalDate event) {
        return rule(duty, whose, event).map(rule -> due(duty, rule, rule.lastDay(event, calendar)));
    }

    /** How long one has today; the day on which the term began is not known. */
    public Due undated(Duty duty, Citizenship whose, LocalDate today) {
        return due(duty, rule(duty, whose, today).orElseThrow(Deadlines::none), null);
    }

    /** How many working days are left after today; empty without a day, or once it has passed. */
    public OptionalInt workingDaysLeft(Due due, LocalDate today) {
        return due.day() == null || due.day().isBefore(today)
                ? OptionalInt.empty()
                : OptionalInt.of(calendar.between(today, due.day()));
    }

    private Due due(Duty duty, Rule rule, @Nullable LocalDate day) {
        var isProvisional = day != null && !calendar.isAnnounced(day);
        return new Due(duty, article(duty).clause(), rule.from(), rule.term(), day, isProvisional);
    }

    private Optional<Rule> rule(Duty duty, Citizenship whose, LocalDate event) {
        return article(duty).rules().stream()
                .filter(rule -> rule.holdsFor(whose, event))
                .max(comparing(Rule::from)
                        .thenComparing(rule -> !rule.citizenships().isEmpty()));
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("no rule in force");
    }

    private Article article(Duty duty) {
        return Objects.requireNonNull(articles.get(duty));
    }
}
