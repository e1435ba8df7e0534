package dev.qapi.services.applications;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Caller.PORTAL;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscribing;
import dev.qapi.eservice.Subscriptions;
import dev.qapi.eservice.Subscriptions.First;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.law.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Tells a person where their applications stand. */
@EService("applications")
class Applications {

    /** How much longer an answer may take for the sake of the expected range, which is kept for everybody. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration SUBSCRIBED = Duration.ofDays(180);
    private static final Durations.Period YEAR = new Durations.Period(365);

    private final Source<TrackingInquiry, Vmms.Reply> applications;
    private final Source<Durations.Period, Durations.Reply> durations;
    private final Subscribing<CaseInquiry> subscriptions;
    private final WorkingDays calendar = WorkingDays.read();
    private final Clock clock;

    Applications(Vmms vmms, Durations statistics, Sources sources, Subscriptions subscriptions, Clock clock) {
        this.applications = sources.of(
                VMMS,
                Vmms.Reply.class,
                fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(24)),
                inquiry -> vmms.search(Search.of(inquiry)));
        this.durations = sources.of(
                VMMS,
                Durations.Reply.class,
                fresh(Duration.ofHours(24)).orStale(Duration.ofDays(7)),
                statistics::ofTheLast);
        var anew = sources.<TrackingInquiry, Vmms.Reply>of(
                VMMS, Vmms.Reply.class, Policy.NEVER_KEPT, inquiry -> vmms.search(Search.of(inquiry)));
        this.subscriptions = subscriptions.to(
                "applications",
                CaseInquiry.class,
                SUBSCRIBED,
                First.QUIET,
                inquiry -> anew.get(inquiry.tracking()).map(said -> said.data().course()));
        this.clock = clock;
    }

    @PostMapping("/track")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Tracked>> track(TrackingInquiry inquiry, Words words) {
        return applications
                .get(inquiry)
                .flatMap(found -> lately(found.data()).map(lately -> tell(found, lately, words)));
    }

    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Tracked>> own(Person person, Words words) {
        return track(TrackingInquiry.of(person), words);
    }

    @PostMapping("/subscriptions")
    @AllowedTo({PERSON, PORTAL})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Subscribed>> subscribe(CaseInquiry inquiry, Subscriber who) {
        return subscriptions.add(who, inquiry).map(it -> Filed.answer(Subscribed.of(it), clock.instant()));
    }

    @PostMapping("/subscriptions/own")
    @AllowedTo(PERSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Subscribed>> subscribeOwn(OwnCase inquiry, Person person, Subscriber who) {
        return subscribe(CaseInquiry.of(person, inquiry.applicationNumber()), who);
    }

    @GetMapping("/subscriptions")
    @AllowedTo({PERSON, PORTAL})
    Mono<Answer<Subscribed.All>> subscriptions(Subscriber who) {
        return subscriptions.of(who).map(all -> Subscribed.all(all, clock.instant()));
    }

    @DeleteMapping("/subscriptions/{number}")
    @AllowedTo({PERSON, PORTAL})
    Mono<Answer<Subscribed.All>> unsubscribe(@PathVariable FilingNumber number, Subscriber who) {
        return subscriptions.remove(who, number).map(left -> Subscribed.all(left, clock.instant()));
    }

    /** Asked only if somebody waits for a decision: a register that fails gets no call more for it. */
    private Mono<Lately> lately(Vmms.Reply reply) {
        return reply.isAnyUndecided()
                ? durations
                        .find(YEAR)
                        .timeout(PATIENCE, Mono.fromSupplier(Applications::tooLate))
                        .map(Lately::new)
                : Mono.just(new Lately(null));
    }

    private static Finding<Durations.Reply> tooLate() {
        return new Finding.Silent<>(new Unavailable(VMMS, Outage.TIMEOUT, Unavailable.USUALLY, null));
    }

    private Answer<Tracked> tell(Answer<Vmms.Reply> found, Lately lately, Words words) {
        var today = new Today(Today.dayOf(clock.instant()), calendar);
        var missing = lately.missing(found.data());
        var isPartial = !missing.isEmpty() && found.freshness() == Freshness.FRESH;
        return new Answer<>(
                Tracked.from(found.data(), lately, today, words),
                found.asOf(),
                isPartial ? Freshness.PARTIAL : found.freshness(),
                found.reliance(),
                found.sources(),
                missing);
    }
}
