package dev.qapi.services.quota;

import dev.qapi.eservice.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What everybody may know: the quota of a year by economic activity, of all employers together. */
record Used(int year, List<OfActivity> activities, Told total, List<Month> months) {

    static Used of(Vmms.Summary reply, LocalDate today, Words words) {
        var year = reply.subject().year();
        var total = Amount.of(reply.approved(), reply.used(), 0, year, today);
        var months = Month.sum(
                reply.activities().stream().map(Vmms.OfActivity::months).toList());
        return new Used(
                year,
                reply.activities().stream()
                        .sorted(Comparator.comparing(Vmms.OfActivity::activity))
                        .map(it -> new OfActivity(
                                Coded.of(it.activity(), words),
                                Told.of(Amount.of(it.approved(), it.used(), 0, year, today), words)))
                        .toList(),
                Told.of(total, words),
                Month.of(total, months, year, today));
    }

    record OfActivity(Coded<Activity> activity, Told places) {}
}
