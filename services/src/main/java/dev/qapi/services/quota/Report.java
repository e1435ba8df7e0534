package dev.qapi.services.quota;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An employer's own quota of a year.
 *
 * @param status by the word of the tax system; absent if that gave none
 * @param exempt foreigners who work there outside the quota
 */
record Report(
        int year,
        @Nullable String name,
        @Nullable Coded<TaxpayerStatus> status,
        List<Place> places,
        Told total,
        List<Month> months,
        int exempt) {

    /** @param occupation a unit group of ISCO-08 */
    record Place(Coded<Activity> activity, String occupation, Told places) {}

    /** Whether the company may hire hangs on the tax system's word too: without it the report is one to look at only. */
    static Answer<Report> tell(Answer<Vmms.Report> quota, Finding<Avis.Reply> taxpayer, LocalDate today, Words words) {
        var missing = taxpayer.failure()
                .map(failure -> List.of(Missing.because(failure, "/data/status")))
                .orElse(List.of());
        return Findings.of(new Finding.Said<>(quota), taxpayer)
                .tell(
                        of(quota.data(), taxpayer.data().orElse(null), today, words),
                        missing.isEmpty() ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING,
                        missing);
    }

    private static Report of(Vmms.Report reply, Avis.@Nullable Reply taxpayer, LocalDate today, Words words) {
        var year = reply.subject().year();
        var status = taxpayer == null || taxpayer.taxpayer() == null
                ? null
                : Coded.of(taxpayer.taxpayer().status(), words);
        var places = reply.places();
        var total = total(places, year, today);
        return new Report(
                year,
                reply.name(),
                status,
                places.stream()
                        .map(it -> new Place(
                                Coded.of(it.activity(), words),
                                it.occupation(),
                                told(it.approved(), it.used(), it.pending(), year, today, words)))
                        .toList(),
                Told.of(total, words),
                Month.of(
                        total, Month.sum(places.stream().map(Vmms.Place::months).toList()), year, today),
                reply.exempt());
    }

    private static Amount total(List<Vmms.Place> places, int year, LocalDate today) {
        return Amount.of(
                places.stream().mapToInt(Vmms.Place::approved).sum(),
                places.stream().mapToInt(Vmms.Place::used).sum(),
                places.stream().mapToInt(Vmms.Place::pending).sum(),
                year,
                today);
    }

    private static Told told(int approved, int used, int pending, int year, LocalDate today, Words words) {
        return Told.of(Amount.of(approved, used, pending, year, today), words);
    }
}
