package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.Statistics.Answers;
import dev.qapi.eservice.Statistics.Calls;
import dev.qapi.gateway.snapshots.SnapshotFiles;
import dev.qapi.gateway.snapshots.SnapshotFiles.Stored;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Carries the tally over a restart: read before the first request, written every minute and after the last one. */
@Component
class TallyFile implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TallyFile.class);
    private static final String NAME = "tally";
    private static final Duration PERIOD = Duration.ofMinutes(1);

    record Kept(
            List<Answers> answers,
            List<Calls> calls,
            List<Day> questions,
            List<Day> carried,
            Map<Register, Instant> registers,
            Map<Register, Instant> layers) {}

    record Day(LocalDate day, Register of, long good, long bad) {}

    private final Tally tally;
    private final SnapshotFiles files;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private volatile @Nullable Disposable running;

    TallyFile(Tally tally, SnapshotFiles files, Clock clock) {
        this.tally = tally;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void start() {
        files.read(NAME).ifPresent(this::read);
        running = Flux.interval(PERIOD, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(_ -> write());
    }

    private void read(Stored stored) {
        try {
            tally.add(json.readValue(stored.content(), Kept.class));
        } catch (JacksonException ofAnotherVersion) {
            log.warn("what was counted before is of another version and left alone");
        }
    }

    private void write() {
        try {
            files.write(NAME, new Stored(clock.instant(), json.writeValueAsBytes(tally.keep())));
        } catch (IOException e) {
            log.warn("the tally is in memory only: {}", e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        var ended = running;
        if (ended != null) {
            ended.dispose();
            running = null;
            write();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Before the web server begins and after it has ended. */
    @Override
    public int getPhase() {
        return 0;
    }
}
