package dev.qapi.services.restrictions;

import static dev.qapi.eservice.Reliance.DO_NOT_RELY;
import static dev.qapi.eservice.Reliance.RECHECK_BEFORE_ACTING;
import static dev.qapi.eservice.Reliance.SAFE;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Truth;
import dev.qapi.eservice.Words;
import dev.qapi.services.restrictions.Checked.Restriction;
import dev.qapi.services.restrictions.Checked.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both registers together mean. A restriction counts whatever the other one says; "none" needs the word of both; a
 * register that knows nobody like that has not said "none".
 */
record Combination(Finding<Iamas.Reply> border, Finding<Enforcement.Reply> debts) {

    /** @throws Failure if nothing may be concluded */
    Answer<Checked> tell(Insight insight, Words words) {
        var both = Findings.of(border, debts);
        return switch (Truth.any(border.says(Bars::restricts), debts.says(Bars::restricts))) {
            case TRUE -> restricted(both, insight, words);
            case FALSE -> both.tell(Checked.of(Verdict.NO_RESTRICTION, words), SAFE, List.of());
            case UNKNOWN -> {
                if (!both.areAllHeard()) {
                    throw both.undecided();
                }
                yield both.tell(Checked.of(Verdict.NOT_MATCHED, words), DO_NOT_RELY, List.of())
                        .withoutSources(); // who was asked, and as what, would tell which detail is wrong
            }
        };
    }

    private Answer<Checked> restricted(Findings both, Insight insight, Words words) {
        var missing = new ArrayList<Missing>();
        both.failures().forEach(failure -> missing.add(Missing.because(failure, "/data/restrictions/-")));
        var told = new LinkedHashMap<Restriction, Bar>(); // equal ones tell how many there are
        bars().forEach(bar -> told.putIfAbsent(restriction(bar, insight, words), bar));
        var at = 0;
        for (var bar : told.values()) {
            missing.addAll(insight.missing(bar, "/data/restrictions/" + at++));
        }
        var sources = new ArrayList<>(both.all());
        if (told.keySet().stream().anyMatch(restriction -> restriction.charge() != null)) {
            sources.addAll(insight.sources());
        }
        return new Findings(sources)
                .tell(
                        Checked.restricted(List.copyOf(told.keySet()), insight.isWrong(bars()), words),
                        missing.isEmpty() ? SAFE : RECHECK_BEFORE_ACTING,
                        missing);
    }

    private static Restriction restriction(Bar bar, Insight insight, Words words) {
        return insight.opens(bar) == Truth.TRUE
                ? Restriction.explained(bar, insight.charge(bar).orElse(null), words)
                : Restriction.bare(bar, words);
    }

    private Stream<Bar> bars() {
        return Stream.of(border, debts)
                .flatMap(found -> found.data().stream())
                .flatMap(reply -> ((Bars) reply).bars().stream());
    }
}
