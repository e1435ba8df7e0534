package dev.qapi.services.payments;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Ambiguous;
import dev.qapi.eservice.Failure.NotFound;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Finding.Said;
import dev.qapi.eservice.Finding.Silent;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Words;
import java.util.List;

/**
 * What both registers together mean. A charge counts whichever knows it; "nothing to pay" needs the fresh word of both,
 * so that a kept "nothing" is none.
 */
record Combination(Finding<Vmms.Charges> decided, Finding<Gpp.Bills> billed) {

    static Combination of(Finding<Vmms.Charges> decided, Finding<Gpp.Bills> billed) {
        return new Combination(fresh(decided, Register.VMMS), fresh(billed, Register.GPP));
    }

    private static <R extends Listed> Finding<R> fresh(Finding<R> finding, Register register) {
        return isStale(finding)
                        && finding.data().filter(it -> it.list().isEmpty()).isPresent()
                ? new Silent<>(new Unavailable(register, Outage.DOWN, Unavailable.USUALLY, null))
                : finding;
    }

    /** @throws Failure if nothing may be concluded, or a register does not know whose charges are meant */
    Answer<Owed> tell(boolean named, Words words) {
        var both = Findings.of(decided, billed);
        var whole = both.areAllHeard();
        var stale = isStale(decided) || isStale(billed);
        var pairs = Pair.of(
                decided.data().map(Vmms.Charges::charges).orElse(List.of()),
                billed.data().map(Gpp.Bills::bills).orElse(List.of()));
        both.failures().stream()
                .filter(failure -> pairs.isEmpty() || failure instanceof Ambiguous)
                .min((one, other) -> Boolean.compare(one instanceof NotFound, other instanceof NotFound))
                .ifPresent(Combination::fail);
        var missing = both.failures().stream()
                .filter(failure -> !(failure instanceof NotFound))
                .map(failure -> Missing.because(failure, "/data/charges/-"))
                .toList();
        var charges = pairs.stream()
                .map(pair -> Owed.Charge.of(pair, Payability.of(pair, whole, stale), named, words))
                .toList();
        return both.tell(
                Owed.of(charges, whole && !stale, words),
                missing.isEmpty() ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING,
                missing);
    }

    private static void fail(Failure failure) {
        throw failure;
    }

    private static boolean isStale(Finding<?> finding) {
        return finding instanceof Said<?> said && said.answer().freshness() == Freshness.STALE;
    }
}
