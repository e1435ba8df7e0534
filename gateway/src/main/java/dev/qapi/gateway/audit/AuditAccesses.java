package dev.qapi.gateway.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.MongoException;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Accesses;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.crypto.Pepper;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds looks at a person by the keyed hash of who they are. */
@Component
class AuditAccesses implements Accesses {

    private static final String API = "/api/v1/";

    private final MongoCollection<Document> collection;
    private final Completeness completeness;
    private final Pepper pepper;

    AuditAccesses(MongoDatabase database, Completeness completeness, Pepper pepper) {
        this.collection = database.getCollection("audit");
        this.completeness = completeness;
        this.pepper = pepper;
    }

    /** How far the audit is complete is asked before what it holds, so that it can only say too little. */
    @Override
    public Mono<Page> of(Person person, @Nullable Mark after, int most) {
        var subject = name(person);
        return completeness
                .until()
                .flatMap(until -> read(subject, after, most + 1)
                        .map(found -> new Page(
                                found.stream()
                                        .limit(most)
                                        .map(entry -> access(entry, subject))
                                        .toList(),
                                found.size() > most,
                                until)))
                .onErrorMap(MongoException.class, AuditAccesses::away);
    }

    private Mono<List<Document>> read(String subject, @Nullable Mark after, int most) {
        var whose = eq("subject", subject);
        return Flux.from(collection
                        .find(after == null ? whose : and(whose, older(after)))
                        .sort(Sorts.descending("at", "_id"))
                        .limit(most))
                .collectList();
    }

    private static Bson older(Mark mark) {
        var at = Date.from(mark.at());
        return or(lt("at", at), and(eq("at", at), lt("_id", mark.id())));
    }

    @Override
    public Mono<Long> count(Person person, String eservice, Instant since) {
        var subject = name(person);
        return Mono.from(collection.countDocuments(and(
                        eq("subject", subject),
                        gte("at", Date.from(since)),
                        regex("route", "^" + Pattern.quote(API + eservice)),
                        ne("by", subject))))
                .onErrorMap(MongoException.class, AuditAccesses::away);
    }

    private String name(Person person) {
        return pepper.name(AuditFilter.SUBJECT, person.subject());
    }

    private static Access access(Document entry, String subject) {
        return new Access(
                new Mark(Objects.requireNonNull(entry.getDate("at")).toInstant(), entry.getString("_id")),
                Caller.valueOf(entry.getString("caller")),
                subject.equals(entry.getString("by")),
                entry.getString("client"),
                entry.getString("purpose"),
                entry.getString("caseRef"),
                eservice(entry.getString("route")),
                entry.getInteger("status"),
                "PARTIAL".equals(entry.getString("outcome")));
    }

    static String eservice(String route) {
        var below = route.startsWith(API) ? route.substring(API.length()) : route;
        return below.split("/", 2)[0];
    }

    private static Failure away(MongoException cause) {
        return new Unavailable(Register.GATEWAY, Outage.DOWN, Unavailable.USUALLY, cause);
    }
}
