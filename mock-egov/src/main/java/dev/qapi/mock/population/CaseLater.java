package dev.qapi.mock.population;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Case.Issue;
import dev.qapi.mock.population.Case.Later;
import dev.qapi.mock.population.CasePlanner.Wish;
import java.util.List;

/** What comes after the decision: the statuses that follow a payment, and what is given out. */
final class CaseLater {

    private CaseLater() {}

    static boolean issuesCard(Wish wish) {
        return wish.kind().equals("TRP") || wish.kind().equals("PRP");
    }

    static List<Issue> issues(Wish wish) {
        return switch (wish.kind()) {
            case "TRP", "PRP" -> {
                var card = RegisterNumber.of((wish.kind().equals("TRP") ? "MYİ" : "DYİ") + wish.digits());
                var until = wish.kind().equals("TRP") ? wish.validUntil() : null;
                yield List.of(
                        decision(wish, wish.amount().isPresent() ? "150" : "170"),
                        new Issue("CARD", card, until, "180"),
                        new Issue("PIN", wish.pin(), null, "180"));
            }
            case "WP" -> {
                var permit = RegisterNumber.of("İİ" + wish.digits());
                yield List.of(decision(wish, "150"), new Issue("WORK_PERMIT", permit, wish.validUntil(), "190"));
            }
            default -> List.of(decision(wish, wish.amount().isPresent() ? "150" : "190"));
        };
    }

    static Issue decision(Wish wish, String status) {
        if (wish.kind().equals("EXT")) {
            var until = status.equals("210") ? null : wish.validUntil();
            return new Issue("DECISION", RegisterNumber.of("MOM" + wish.digits()), until, status);
        }
        var office = switch (wish.kind()) {
            case "TRP" -> "MY";
            case "PRP" -> "DY";
            case "WP" -> "İQ";
            default -> "VT";
        };
        var number =
                office + '-' + wish.submitted().getYear() + '-' + wish.digits().substring(2);
        return new Issue("DECISION", RegisterNumber.of(number), null, status);
    }

    static List<Later> of(Wish wish) {
        return switch (wish.kind()) {
            case "TRP" ->
                List.of(
                        new Later("170", 3, 10, null),
                        new Later("180", 10, 16, null),
                        new Later("190", 13, 11, null),
                        new Later("240", 0, 0, wish.validUntil().plusDays(1)));
            case "PRP" ->
                List.of(new Later("170", 3, 10, null), new Later("180", 10, 16, null), new Later("190", 13, 11, null));
            default -> List.of(new Later("190", 1, 10, null));
        };
    }
}
