package dev.qapi.services.quota;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.EMPLOYER;
import static dev.qapi.eservice.Policy.NEVER_KEPT;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.AVIS;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Csv;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscribing;
import dev.qapi.eservice.Subscription;
import dev.qapi.eservice.Subscriptions;
import dev.qapi.eservice.Subscriptions.First;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Tells how much of the quota of foreign labour is used. The quota moves slowly; whether a company lives is asked every time. */
@EService("quota")
class Quota {

    private static final Policy SLOW = fresh(Duration.ofMinutes(10)).orStale(Duration.ofHours(24));
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private static final Duration SUBSCRIBED = Duration.ofDays(365);

    private final Source<Vmms.YearOnly, Vmms.Summary> country;
    private final Source<Vmms.OfEmployer, Vmms.Report> quota;
    private final Source<Avis.Taxpayer, Avis.Reply> taxpayer;
    private final Subscribing<OwnQuota> subscriptions;
    private final Clock clock;

    Quota(Vmms vmms, Avis avis, Sources sources, Subscriptions subscriptions, Clock clock) {
        this.country = sources.of(VMMS, Vmms.Summary.class, SLOW, vmms::summary);
        this.quota = sources.of(VMMS, Vmms.Report.class, SLOW, vmms::report);
        this.taxpayer = sources.of(AVIS, Avis.Reply.class, NEVER_KEPT, avis::taxpayer);
        var anew = sources.<Vmms.OfEmployer, Vmms.Report>of(VMMS, Vmms.Report.class, NEVER_KEPT, vmms::report);
        this.subscriptions = subscriptions.to(
                "quota",
                OwnQuota.class,
                SUBSCRIBED,
                First.TOLD,
                own -> anew.get(own.of(today().getYear())).map(said -> Thresholds.reached(said.data())));
        this.clock = clock;
    }

    @GetMapping("/summary")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Used>> summary(@RequestParam @Nullable CalendarYear year, Words words) {
        return country.get(new Vmms.YearOnly(orThis(year)))
                .map(answer -> answer.map(reply -> Used.of(reply, today(), words)));
    }

    @GetMapping(path = "/summary.csv", produces = Csv.TYPE)
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Sheet>> summaryAsCsv(@RequestParam @Nullable CalendarYear year, Words words) {
        return summary(year, words).map(answer -> answer.map(used -> Sheets.of(used, words)));
    }

    @GetMapping(path = "/summary.xlsx", produces = Sheet.XLSX)
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Sheet>> summaryAsXlsx(@RequestParam @Nullable CalendarYear year, Words words) {
        return summaryAsCsv(year, words);
    }

    @GetMapping("/report")
    @AllowedTo(EMPLOYER)
    Mono<Answer<Report>> report(@RequestParam @Nullable CalendarYear year, Employer employer, Words words) {
        return Mono.zip(
                quota.get(new Vmms.OfEmployer(employer.taxNumber(), orThis(year))),
                taxpayer.find(new Avis.Taxpayer(employer.taxNumber())),
                (places, status) -> Report.tell(places, status, today(), words));
    }

    @GetMapping(path = "/report.csv", produces = Csv.TYPE)
    @AllowedTo(EMPLOYER)
    Mono<Answer<Sheet>> reportAsCsv(@RequestParam @Nullable CalendarYear year, Employer employer, Words words) {
        return report(year, employer, words).map(answer -> answer.map(report -> Sheets.of(report, words)));
    }

    @GetMapping(path = "/report.xlsx", produces = Sheet.XLSX)
    @AllowedTo(EMPLOYER)
    Mono<Answer<Sheet>> reportAsXlsx(@RequestParam @Nullable CalendarYear year, Employer employer, Words words) {
        return reportAsCsv(year, employer, words);
    }

    /** Put once more it is the same one, which lasts from now on. */
    @PutMapping("/subscription")
    @AllowedTo(EMPLOYER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Subscribed.All>> subscribe(Employer employer, Subscriber who) {
        return told(subscriptions.add(who, new OwnQuota(employer.taxNumber())).flatMap(_ -> subscriptions.of(who)));
    }

    @GetMapping("/subscription")
    @AllowedTo(EMPLOYER)
    Mono<Answer<Subscribed.All>> subscription(Subscriber who) {
        return told(subscriptions.of(who));
    }

    @DeleteMapping("/subscription")
    @AllowedTo(EMPLOYER)
    Mono<Answer<Subscribed.All>> unsubscribe(Subscriber who) {
        return told(subscriptions
                .of(who)
                .flatMapIterable(all -> all)
                .concatMap(one -> subscriptions.remove(who, one.number()))
                .then(Mono.defer(() -> subscriptions.of(who))));
    }

    private Mono<Answer<Subscribed.All>> told(Mono<List<Subscription<OwnQuota>>> all) {
        return all.map(found -> Subscribed.all(found, clock.instant()));
    }

    private int orThis(@Nullable CalendarYear year) {
        return year == null ? today().getYear() : year.value();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BAKU);
    }
}
