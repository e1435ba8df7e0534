package dev.qapi.services.applications;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import java.time.Duration;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Tells a person where their applications stand. */
@EService("applications")
class Applications {

    private final Source<TrackingInquiry, Vmms.Reply> applications;

    Applications(Vmms vmms, Sources sources) {
        this.applications = sources.of(
                VMMS,
                Vmms.Reply.class,
                fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(24)),
                inquiry -> vmms.search(Vmms.Search.of(inquiry)));
    }

    @PostMapping("/track")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Tracked>> track(TrackingInquiry inquiry, Words words) {
        return applications.get(inquiry).map(answer -> answer.map(reply -> Tracked.from(reply, words)));
    }
}
