package dev.qapi.mock.faults;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.wire.NameServer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which reply is spoilt and how; between calls, keeps whole systems in the state that the plan says. */
public final class Faults implements AutoCloseable {

    /** A gateway's response timeout, if nobody says another. */
    public static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Milliseconds after which an outage that ends by itself has ended at the latest. */
    private static final int LOOK = 50;

    private final Clock clock;
    private final Latency latency;
    private final Duration patience;
    private final Switchboard switchboard;
    private final Plan plan;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param patience the client's response timeout, which F04 and F05 are relative to */
    public Faults(Clock clock, Latency latency, Duration patience, Collection<Entrance> entrances, NameServer names) {
        this.clock = clock;
        this.latency = latency;
        this.patience = patience;
        this.switchboard = new Switchboard(entrances, names);
        this.plan = new Plan(clock);
        Thread.ofVirtual().name("faults").start(this::keep);
    }

    /**
     * What is sent over WireMock.
     *
     * @param call whose register, system and operation are known
     * @param good what the register says
     */
    public ResponseDefinitionBuilder play(Target call, Request request, Reply good) {
        return spoil(call, request.getHeader(FaultHeader.NAME), request.getAbsoluteUrl(), good)
                .toWireMock();
    }

    /**
     * What is sent over any other server.
     *
     * @param header the request's header {@code Qapi-Fault}, null if it has none
     * @param url absolute, as it was asked for
     */
    public Reply spoil(Target call, @Nullable String header, String url, Reply good) {
        try {
            var asked = FaultHeader.parse(header).stream()
                    .filter(injection -> injection.target().matches(call))
                    .filter(injection -> injection.share() == 1 || latency.chance() < injection.share())
                    .map(Injection::choice);
            var moment = new Moment(clock.instant(), patience, url);
            var reply = good;
            for (var choice : Stream.concat(asked, plan.hitting(call).stream()).toList()) {
                reply = Spoiler.of(choice).spoil(reply, moment);
            }
            return reply.pause() == null ? reply.withPause(latency.next(call.register())) : reply;
        } catch (BadInjection bad) {
            return Reply.of(400, "text/plain; charset=utf-8", FaultHeader.NAME + ": " + bad.getMessage());
        }
    }

    /**
     * Returns when it is so.
     *
     * @return under which name it can be removed
     * @throws BadInjection if there is no such system
     */
    public String add(Injection injection) {
        var system = injection.target().system();
        if (system != null && !switchboard.systems().contains(system)) {
            throw new BadInjection("system", "There is no system " + system + "; there are " + switchboard.systems());
        }
        var id = plan.add(injection).id();
        keepUp();
        return id;
    }

    /** @return whether there was one */
    public boolean remove(String id) {
        var removed = plan.remove(id);
        keepUp();
        return removed;
    }

    /** Everybody is well again. */
    public void clear() {
        plan.clear();
        keepUp();
    }

    /** What is wrong at the moment, in words. */
    public List<Live> live() {
        var now = clock.instant();
        return plan.list().stream()
                .filter(entry -> entry.isActive(now))
                .map(Live::of)
                .toList();
    }

    List<Entry> list() {
        return plan.list();
    }

    /** How long registers think. */
    public Latency latency() {
        return latency;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void keep() {
        try {
            while (!closed.await(LOOK, TimeUnit.MILLISECONDS)) {
                tryToKeepUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToKeepUp() {
        try {
            keepUp();
        } catch (UncheckedIOException portTaken) {
            // is tried again at the next look
        }
    }

    /** In one step: who looked earlier must not switch later. */
    private synchronized void keepUp() {
        switchboard.apply(plan.wide());
    }
}
