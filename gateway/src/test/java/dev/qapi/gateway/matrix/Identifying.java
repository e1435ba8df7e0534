package dev.qapi.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.keys.MovedDecoders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs cells of what befalls the issuer: lets somebody get ready while all is well, then has them call while it is not. */
final class Identifying {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Callers callers;
    private final Provider provider;

    Identifying(Callers callers) {
        this.callers = callers;
        this.provider = callers.provider();
    }

    /** To be asked before anything is healed. */
    List<Result> atStart() {
        var fault = ProviderFaults.AT_START;
        return ProviderCell.of(fault, fault.unknown(), false)
                .filter(cell -> cell.entry() != Entry.SESSION)
                .map(cell -> result(cell, ready(cell.entry())))
                .toList();
    }

    List<Result> run(List<ProviderCell> cells) {
        var results = new ArrayList<Result>();
        for (var cell : cells) {
            isHealed();
            var act = ready(cell.entry());
            callers.goOn(cell.isKnown() ? MovedDecoders.INTERVAL : MovedDecoders.OUTAGE);
            cell.fault().breaks().done(callers);
            callers.goOn(cell.fault().passes());
            results.add(result(cell, act));
        }
        isHealed();
        return results;
    }

    private void isHealed() {
        provider.heals();
        await().atMost(SOON).untilAsserted(this::isWell);
    }

    private void isWell() {
        callers.goOn(MovedDecoders.INTERVAL);
        assertThat(callers.call(Callers.portal(), callers.somebody(), Twist.NONE)
                        .status())
                .isEqualTo(200);
    }

    /** What there is to be done once it is broken. */
    private Act ready(Entry entry) {
        if (entry == Entry.PORTAL) {
            var portal = Callers.portal();
            var about = callers.somebody();
            return cell -> {
                var told = callers.call(portal, about, cell.fault().twist());
                return told.status() == 200
                        ? Admission.ADMITTED
                        : Visitor.told(told.status(), told.body().path("code").asString(""));
            };
        }
        var visitor = new Visitor(callers);
        if (entry == Entry.START) {
            return _ -> visitor.starts();
        }
        assertThat(visitor.starts()).isEqualTo(Admission.SENT_ON);
        if (entry == Entry.RETURN) {
            return cell -> visitor.comesBack(cell.fault().twist());
        }
        assertThat(visitor.comesBack(Twist.NONE)).isEqualTo(Admission.ADMITTED);
        return cell -> cell.expected() == Admission.ENDED ? visitor.logsOut() : visitor.asksAboutThemselves();
    }

    @FunctionalInterface
    private interface Act {
        Admission done(ProviderCell cell);
    }

    private Result result(ProviderCell cell, Act act) {
        var from = System.nanoTime();
        var became = act.done(cell);
        var took = Duration.ofNanos(System.nanoTime() - from);
        var complaint = became != cell.expected()
                ? "another outcome"
                : took.compareTo(cell.fault().most().plus(Proof.BUSY_MACHINE)) > 0 ? "later than promised" : "";
        return new Result(
                "who is calling",
                cell.entry().toString(),
                cell.state(),
                "issuer",
                cell.toString(),
                cell.expected().toString(),
                became + " (" + took.toMillis() + " ms)",
                complaint);
    }
}
