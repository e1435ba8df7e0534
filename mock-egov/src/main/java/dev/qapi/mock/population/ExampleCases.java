package dev.qapi.mock.population;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Exchange;
import dev.qapi.contract.Node;
import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Case.Fee;
import dev.qapi.mock.population.Case.Holder;
import dev.qapi.mock.population.Case.Issue;
import dev.qapi.mock.population.Case.Step;
import dev.qapi.mock.population.CasePlanner.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The applications that the contracts' examples tell, as cases that go on from there. */
final class ExampleCases {

    private static final String SEARCH = "/VMMS/applications/search";
    private static final Map<String, Integer> TERMS = Map.of("EXT", 3, "WP", 20);
    private static final List<String> UNDECIDED = List.of("100", "110", "120", "130", "140");

    private final List<Exchange> exchanges = Contract.all().stream()
            .flatMap(contract -> contract.exchanges("/r1/"))
            .filter(exchange -> exchange.path().endsWith(SEARCH))
            .toList();
    private final Setting setting;
    private final CasePlanner planner;

    ExampleCases(Setting setting) {
        this.setting = setting;
        this.planner = new CasePlanner(setting);
    }

    List<Case> of(String persona, Person person) {
        return exchanges.stream()
                .filter(exchange -> exchange.name().equals(persona))
                .flatMap(exchange -> new Node(exchange.answer()).get("applications").items().stream())
                .map(application -> read(application, person))
                .toList();
    }

    private Case read(Node told, Person person) {
        var steps = steps(told);
        var last = steps.getLast();
        var wish = wish(told, person, steps);
        if (UNDECIDED.contains(last.status())) {
            var decided = last.holder().until() == null
                    ? setting.day().plusDays(20)
                    : last.holder().until();
            var known = Baku.at(decided, 18, 0);
            return planner.decided(wish, new ArrayList<>(steps), decided, null, known);
        }
        var goesOn = last.status().startsWith("1") && !last.status().equals("190");
        return new Case(
                wish.number(),
                wish.kind(),
                steps,
                fee(told.get("fee"), steps),
                told.get("issued").items().stream().map(ExampleCases::issue).toList(),
                goesOn ? CaseLater.of(wish) : List.of(),
                null,
                null);
    }

    private static List<Step> steps(Node told) {
        var history = told.get("history").items();
        var steps = new ArrayList<Step>();
        for (var step : history) {
            var status = step.get("status").text();
            var at = OffsetDateTime.parse(step.get("at").text()).toInstant();
            var isLast = steps.size() == history.size() - 1;
            var waitingFor =
                    told.get("waitingFor").items().stream().map(Node::text).toList();
            steps.add(new Step(
                    status, at, isLast ? holder(told) : CasePlanner.holder(status), isLast ? waitingFor : List.of()));
        }
        return List.copyOf(steps);
    }

    private static Holder holder(Node told) {
        var name = told.get("holderName");
        return new Holder(
                told.get("holder").text(), name.isPresent() ? name.text() : null, date(told.get("holderUntil")));
    }

    private static @Nullable Fee fee(Node fee, List<Step> steps) {
        if (!fee.isPresent()) {
            return null;
        }
        var number = fee.get("paymentNumber");
        var paid = fee.get("state").text().equals("PAID");
        Instant last = steps.getLast().at();
        return new Fee(
                Manat.of(fee.get("amount").text()),
                number.isPresent() ? RegisterNumber.of(number.text()) : null,
                date(fee.get("dueBy")),
                paid ? last : null,
                last);
    }

    private static Issue issue(Node issued) {
        return new Issue(
                issued.get("kind").text(),
                RegisterNumber.of(issued.get("number").text()),
                date(issued.get("validUntil")),
                "");
    }

    private static @Nullable LocalDate date(Node node) {
        return node.isPresent() ? LocalDate.parse(node.text()) : null;
    }

    private Wish wish(Node told, Person person, List<Step> steps) {
        var kind = told.get("kind").text();
        var number = ApplicationNumber.of(told.get("number").text());
        var digits = number.reveal().substring(number.reveal().length() - 7);
        var term = TERMS.getOrDefault(kind, 20);
        var submitted = Baku.day(steps.getFirst().at());
        return new Wish(
                number,
                kind,
                submitted,
                term,
                kind.equals("CIT") || kind.equals("PRP")
                        ? Optional.empty()
                        : setting.tariff().of(kind, person.parent() != null, term, kind.equals("EXT") ? 30 : 12),
                setting.day().plusYears(1),
                digits,
                RegisterNumber.of("8264" + digits + '0'),
                person.pin() == null ? RegisterNumber.of(digits.substring(1)) : person.pin(),
                null,
                null);
    }
}
