package dev.qapi.gateway.matrix;

import static java.util.Map.entry;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which operations of the contracts the matrix is about, and which not. */
final class Coverage {

    private static final String PREFIX = Contract.PUBLIC + "v1/";
    /** Whose contract speaks of it asks a register. */
    private static final List<String> NO_ANSWER = List.of("502", "503", "504");

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("POST applications/subscriptions", "looks first as applications/track does; SubscriptionTests"),
            entry("POST applications/subscriptions/own", "needs a person's login; the same as the one before it"),
            entry("GET applications/subscriptions", "told from our own store, needs a login or a token"),
            entry("DELETE applications/subscriptions/{number}", "the same"),
            entry("PUT quota/subscription", "needs an employer's login; SubscriptionTests has VMMS fail"),
            entry("GET quota/subscription", "told from our own store, needs an employer's login"),
            entry("DELETE quota/subscription", "the same"),
            entry("GET quota/summary.csv", "the same as quota/summary as a table"),
            entry("GET quota/summary.xlsx", "the same"),
            entry("GET quota/report.csv", "the same as quota/report as a table"),
            entry("GET quota/report.xlsx", "the same"),
            entry(
                    "GET own-data/accesses",
                    "needs a person's login and asks no register; AuditAccessesTests has it fail"),
            entry("POST letters", "files; LettersTests has its register fail, FilingTests the store"),
            entry("POST letters/own", "needs a person's login; LettersTests has İAMAS and the document flow fail"),
            entry("POST letters/track", "told from our own store; the register adds where the service has got to"),
            entry("PUT labour-forecasts/{year}", "files; LabourForecastsTests has its register fail"),
            entry("GET labour-forecasts/{year}", "told from our own store, needs an employer's login"),
            entry("GET labour-forecasts/{year}.csv", "the same as a table"),
            entry("GET labour-forecasts/own", "the same for every year"),
            entry("POST stay-extensions", "files; StayExtensionsTests has VMMS fail, FilingTests the store"),
            entry(
                    "POST stay-extensions/own",
                    "needs a person's login; the same as stay-extensions but for whom it is about"),
            entry(
                    "POST stay-extensions/track",
                    "told from our own store; the register adds where the service has got to"),
            entry(
                    "POST stay-extensions/decision",
                    "needs a filing of one's own that was decided; StayExtensionsTests has VMMS fail"),
            entry("GET stay-extensions/own", "needs a person's login; the same as stay-extensions/track for many"),
            entry(
                    "POST own-data/corrections",
                    "files, needs a person's login; CorrectionsTests has the registers fail"),
            entry("GET own-data/corrections", "needs a person's login; CorrectionsTests has a register fail"),
            entry(
                    "POST citizenship-notices/own",
                    "files, needs a citizen's login; CitizenshipNoticesTests has VMMS fail"),
            entry("GET citizenship-notices/own", "told from our own store, needs a person's login"),
            entry("GET letters/own", "needs a person's login; the same as letters/track for many"));

    /** E-services behind which no register is: their failures are those of our own store. */
    private static final Map<String, String> OWN_STORE = Map.of(
            "events", "asks no register; FollowingTests has the store fail",
            "webhooks", "asks no register; WebhooksTests has the receivers fail",
            "notices", "asks no register; NoticesTests has the mail server fail");

    private Coverage() {}

    /** In no list at all. */
    static List<String> forgotten() {
        return missing().filter(it -> leftOut(it) == null).toList();
    }

    /** Each with the reason. */
    static List<String> leftOut() {
        return missing()
                .map(it -> it + ": " + Objects.requireNonNullElse(leftOut(it), "nobody has said why"))
                .toList();
    }

    private static @Nullable String leftOut(String operation) {
        return LEFT_OUT.getOrDefault(
                operation, OWN_STORE.get(operation.replaceFirst("^[A-Z]+ ", "").replaceFirst("/.*", "")));
    }

    private static Stream<String> missing() {
        var covered = ReadOperation.ALL.stream()
                .map(it -> it.method() + ' ' + it.id())
                .collect(Collectors.toSet());
        return Contract.all().stream()
                .flatMap(Contract::operations)
                .filter(operation -> operation.path().startsWith(PREFIX))
                .filter(Coverage::asksARegister)
                .map(it -> it.method() + ' ' + it.path().substring(PREFIX.length()))
                .filter(it -> !covered.contains(it))
                .sorted();
    }

    private static boolean asksARegister(Operation operation) {
        return NO_ANSWER.stream()
                .anyMatch(
                        status -> operation.node().get("responses").get(status).isPresent());
    }
}
