package dev.qapi.gateway.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Course;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Stamp;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes events of what has come about. */
@Component
class Chronicle {

    private final EventLog log;
    private final Stamp marks;
    private final MeterRegistry meters;
    private final Clock clock;

    Chronicle(EventLog log, Pepper pepper, MeterRegistry meters, Clock clock) {
        this.log = log;
        this.marks = pepper.stamp("watch mark");
        this.meters = meters;
        this.clock = clock;
    }

    /** What it has come to, so that only what comes next can be told from it: the store learns nobody's status. */
    List<String> marks(Watch watch, Course course) {
        return course.reached().stream()
                .map(reached -> marks.on(watch.id().getBytes(UTF_8), reached.getBytes(UTF_8)))
                .toList();
    }

    /** Completes when all for whom it is looked at have it among their events. */
    Mono<Void> note(Watch watch, Course course, String mark) {
        var news = course.news();
        if (news == null) {
            return nothingNew(watch);
        }
        count(watch, "news");
        return Flux.fromIterable(watch.owners())
                .concatMap(owner -> log.note(
                        new Happening(owner, news, clock.instant(), watch.eservice(), watch.number(), "watch " + mark)))
                .then();
    }

    Mono<Void> nothingNew(Watch watch) {
        count(watch, "nothing");
        return Mono.empty();
    }

    void notSeen(Watch watch) {
        count(watch, "unseen");
    }

    private void count(Watch watch, String outcome) {
        meters.counter("qapi.watch.looks", "eservice", watch.eservice(), "outcome", outcome)
                .increment();
    }
}
