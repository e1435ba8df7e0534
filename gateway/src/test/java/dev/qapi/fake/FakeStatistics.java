package dev.qapi.fake;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Vital;
import dev.qapi.eservice.Vital.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** İAMAS has not answered for an hour, so people are told before they fill in the form of restrictions. */
@Component
class FakeStatistics implements Statistics {

    private static final Instant SINCE = Instant.parse("2026-11-23T09:05:00Z");

    @Override
    public List<Vital> registers() {
        return List.of(
                new Vital(Register.IAMAS, State.DOWN, SINCE, SINCE, 10, 4),
                new Vital(Register.VMMS, State.UP, SINCE, SINCE, 10, 10));
    }

    @Override
    public List<Vital> layers() {
        return List.of(new Vital(Register.EHIS, State.UP, SINCE, SINCE, 20, 20));
    }

    @Override
    public List<Serving> eservices() {
        return List.of(
                new Serving("applications", Set.of(Register.VMMS)),
                new Serving("restrictions", Set.of(Register.IAMAS, Register.VMMS)));
    }

    @Override
    public List<Answers> answers() {
        return List.of();
    }

    @Override
    public List<Calls> calls() {
        return List.of();
    }
}
