package dev.qapi.gateway.notices;

import dev.qapi.eservice.Notices.Notice;
import dev.qapi.eservice.Notices.State;
import dev.qapi.gateway.crypto.Nonce;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where an address is given, confirmed and taken back. */
@Component
class NoticeDesk {

    private static final String NOT_RIGHT = "00025";
    private static final String TOO_MANY = "00026";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 5;

    private final NoticeStore store;
    private final NoticeNames names;
    private final NoticeMails mails;
    private final EventLog events;
    private final NoticesProperties properties;
    private final Clock clock;

    NoticeDesk(
            NoticeStore store,
            NoticeNames names,
            NoticeMails mails,
            EventLog events,
            NoticesProperties properties,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.mails = mails;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isOpen() {
        return mails.areOffered();
    }

    Mono<Optional<Notice>> now(String owner) {
        return store.find(owner).mapNotNull(this::told).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private @Nullable Notice told(StoredNotice it) {
        return it.state() == null ? null : new Notice(names.address(it), it.state(), it.since());
    }

    private Notice there(StoredNotice it) {
        return Objects.requireNonNull(told(it));
    }

    /** The code is stored before it is sent: one that nobody knows of is no good to anybody. */
    Mono<Notice> ask(String owner, EmailAddress address, Language language) {
        return Mono.defer(() -> store.find(owner).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(seen -> isConfirmed(seen, address)
                        ? Mono.just(seen.orElseThrow())
                        : asked(owner, address, language, seen.orElse(null)))
                .repeatWhenEmpty(AT_ONCE, Flux::hide)
                .map(this::there);
    }

    private boolean isConfirmed(Optional<StoredNotice> seen, EmailAddress address) {
        return seen.filter(it -> it.state() == State.ACTIVE)
                .map(names::address)
                .filter(address::equals)
                .isPresent();
    }

    /** Empty if somebody else asked at the same moment. */
    private Mono<StoredNotice> asked(
            String owner, EmailAddress address, Language language, @Nullable StoredNotice seen) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Instant> before = seen == null ? List.of() : seen.asked();
        var lately = before.stream().filter(at -> at.isAfter(now.minus(DAY))).toList();
        if (lately.size() >= properties.codes()) {
            return Mono.error(new Refusal(TOO_MANY));
        }
        var code = names.code();
        var asked = Stream.concat(lately.stream(), Stream.of(now)).toList();
        var pending = pending(owner, address, language, names.kept(owner, code), asked, now);
        return store.put(pending, seen)
                .filter(done -> done)
                .delayUntil(_ -> mails.code(address, code, language))
                .map(_ -> pending);
    }

    private StoredNotice pending(
            String owner, EmailAddress address, Language language, String code, List<Instant> asked, Instant now) {
        return new StoredNotice(
                owner,
                names.sealed(owner, address),
                State.PENDING,
                now,
                language,
                code,
                now.plus(properties.code()),
                asked,
                Nonce.next(),
                0,
                0,
                null,
                null);
    }

    /** What happens from then on is sent. */
    Mono<Notice> confirm(String owner, String code) {
        return store.tried(owner, properties.tries())
                .filter(it -> names.kept(owner, code).equals(it.code())
                        && clock.instant().isBefore(it.codeUntil()))
                .flatMap(it -> events.last(owner).flatMap(last -> store.activate(it, last, clock.instant())))
                .switchIfEmpty(Mono.error(() -> new Refusal(NOT_RIGHT)))
                .map(this::there);
    }

    Mono<Void> end(String owner) {
        return store.end(owner, clock.instant());
    }
}
