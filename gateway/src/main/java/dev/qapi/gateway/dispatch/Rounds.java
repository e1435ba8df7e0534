package dev.qapi.gateway.dispatch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Mono;

/**
 * Which gateway sends to which recipient: one at a time, as with filings ({@code gateway.filing.Leases}).
 *
 * @param <R> the kind of recipient
 */
public final class Rounds<R extends Recipient> {

    /** When something is to be sent there next. */
    public static final String DUE = "due";

    /** The state in which something is sent there. */
    public static final String ACTIVE = "ACTIVE";

    /** The state in which it was given up. */
    public static final String DISABLED = "DISABLED";

    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();
    private static final FindOneAndUpdateOptions LONGEST_DUE =
            new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE)).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> all;
    private final Function<Document, R> reading;
    private final Pace pace;
    private final Clock clock;

    /** @param all where recipients of that kind lie */
    public Rounds(MongoCollection<Document> all, Function<Document, R> reading, Pace pace, Clock clock) {
        this.all = all;
        this.reading = reading;
        this.pace = pace;
        this.clock = clock;
    }

    /** The one that is due for the longest; empty if none is. */
    public Mono<R> takeAny() {
        return Mono.defer(() -> Mono.from(all.findOneAndUpdate(
                        and(eq("state", ACTIVE), lte(DUE, Date.from(clock.instant()))),
                        Updates.combine(
                                in(pace.lease()),
                                Updates.set("lease", IDS.generateId().toString())),
                        LONGEST_DUE))
                .map(reading));
    }

    /** It has taken that one and is kept for the next; empty if the lease is another's meanwhile. */
    public Mono<R> taken(R mine, long place) {
        return Mono.from(all.findOneAndUpdate(
                        leased(mine),
                        Updates.combine(
                                Updates.set("place", place),
                                Updates.set("failures", 0),
                                Updates.unset("failing"),
                                in(pace.lease())),
                        LONGEST_DUE))
                .map(reading);
    }

    /** It has been sent everything. */
    Mono<Void> rest(R mine) {
        return giveBack(mine, in(pace.idle()));
    }

    /** It has not taken one, which is sent again after a while. */
    Mono<Void> failed(R mine) {
        var random = ThreadLocalRandom.current().nextDouble();
        return giveBack(
                mine,
                Updates.combine(
                        Updates.inc("failures", 1),
                        Updates.set("failing", Date.from(mine.failing() == null ? clock.instant() : mine.failing())),
                        in(pace.pause(mine.failures() + 1, random))));
    }

    /** Nothing is sent to it any more. */
    Mono<Void> disabled(R mine) {
        return giveBack(
                mine,
                Updates.combine(
                        Updates.inc("failures", 1),
                        Updates.set("state", DISABLED),
                        Updates.set("since", Date.from(clock.instant()))));
    }

    /** There is something new for whoever is not failing. */
    Mono<Void> wake(String owner) {
        return Mono.from(all.updateMany(
                        and(eq("owner", owner), eq("failures", 0), eq("lease", null)), in(Duration.ZERO)))
                .then();
    }

    private Mono<Void> giveBack(R mine, Bson update) {
        return Mono.from(all.updateOne(leased(mine), Updates.combine(update, Updates.unset("lease"))))
                .then();
    }

    private Bson leased(R mine) {
        return and(eq("_id", mine.id()), eq("lease", mine.lease()));
    }

    private Bson in(Duration pause) {
        return Updates.set(DUE, Date.from(clock.instant().plus(pause)));
    }
}
