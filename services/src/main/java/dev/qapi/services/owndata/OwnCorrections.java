package dev.qapi.services.owndata;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Collected.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The newest corrections of who is logged in.
 *
 * @param total how many there are in all
 */
record OwnCorrections(List<CorrectionTold> corrections, int total) {
    static final int MOST = 20;

    /** @param found what each register that may write a person says just now; none if there is no correction */
    static Answer<OwnCorrections> answer(
            List<Filed<Correction, Noted>> all, List<Found> found, Instant now, Words words) {
        var told = all.stream()
                .limit(MOST)
                .map(one -> CorrectionTold.of(one, agreements(one.payload(), found, words), words))
                .toList();
        var own = new OwnCorrections(told, all.size());
        var stored = new Finding.Said<>(Filed.answer(own, now));
        var findings =
                Stream.concat(Stream.<Finding<?>>of(stored), found.stream().<Finding<?>>map(Found::finding));
        var missing = missing(told.size(), found);
        return new Findings(findings.toList())
                .tell(own, missing.isEmpty() ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING, missing);
    }

    static List<Agreement> agreements(Correction wanted, List<Found> found, Words words) {
        return found.stream()
                .map(one -> Agreement.of(one.part().holder(), one.finding(), wanted, words))
                .toList();
    }

    private static List<Missing> missing(int corrections, List<Found> found) {
        var missing = new ArrayList<Missing>();
        IntStream.range(0, corrections)
                .forEach(at -> IntStream.range(0, found.size())
                        .forEach(register -> found.get(register)
                                .finding()
                                .failure()
                                .filter(why -> !(why instanceof Failure.NotFound))
                                .ifPresent(why -> missing.add(Missing.because(
                                        why, "/data/corrections/" + at + "/registers/" + register + "/asOf")))));
        return missing;
    }
}
