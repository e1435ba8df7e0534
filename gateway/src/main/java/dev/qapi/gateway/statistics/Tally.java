package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Vital;
import dev.qapi.gateway.statistics.Daily.Count;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts as calls and answers happen; reading it costs nobody a call. */
@Component
public class Tally implements Statistics {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final int AVAILABILITY = 30;

    /** @param of a register, or a layer that carries calls */
    record Way(Register of, Register via) {}

    /** @param eservice its id */
    record Told(String eservice, String language) {}

    private final Clock clock;
    private final Servings servings;
    private final Pulses registers = new Pulses();
    private final Pulses layers = new Pulses();
    private final Daily<Register> questions = new Daily<>();
    private final Daily<Register> carried = new Daily<>();
    private final Daily<Way> calls = new Daily<>();
    private final Daily<Told> answers = new Daily<>();

    Tally(Clock clock, Servings servings) {
        this.clock = clock;
        this.servings = servings;
    }

    /** A question for a register ended, whichever ways were tried. */
    public void asked(Register register, boolean answered) {
        registers.of(register).beat(answered, clock.instant());
        questions.count(today(), register, answered);
    }

    /**
     * One call over one way ended.
     *
     * @param carried whether the layer did its part; what the register itself says is not its fault
     * @param answered whether there was an answer to rely on
     */
    public void called(Register register, Register via, boolean carried, boolean answered) {
        layers.of(via).beat(carried, clock.instant());
        this.carried.count(today(), via, carried);
        calls.count(today(), new Way(register, via), answered);
    }

    /** Somebody was told something by an e-service. */
    void told(String eservice, String language, boolean answered) {
        answers.count(today(), new Told(eservice, language), answered);
    }

    /** All that is to outlive a restart. */
    TallyFile.Kept keep() {
        return new TallyFile.Kept(
                answers(),
                calls(),
                days(questions),
                days(carried),
                registers.successes(clock.instant()),
                layers.successes(clock.instant()));
    }

    /** What was counted before a restart. */
    void add(TallyFile.Kept kept) {
        kept.answers()
                .forEach(it -> answers.add(
                        new Count<>(it.day(), new Told(it.eservice(), it.language()), it.times(), it.failed())));
        kept.calls()
                .forEach(it -> calls.add(new Count<>(
                        it.day(), new Way(it.register(), it.via()), it.answered(), it.asked() - it.answered())));
        kept.questions().forEach(it -> questions.add(new Count<>(it.day(), it.of(), it.good(), it.bad())));
        kept.carried().forEach(it -> carried.add(new Count<>(it.day(), it.of(), it.good(), it.bad())));
        kept.registers().forEach((of, at) -> registers.of(of).remember(at));
        kept.layers().forEach((of, at) -> layers.of(of).remember(at));
    }

    private static List<TallyFile.Day> days(Daily<Register> daily) {
        return daily.since(LocalDate.MIN)
                .map(it -> new TallyFile.Day(it.day(), it.what(), it.good(), it.bad()))
                .toList();
    }

    @Override
    public List<Vital> registers() {
        return servings.registers()
                .map(it -> vital(it, registers.of(it), questions))
                .toList();
    }

    @Override
    public List<Vital> layers() {
        return servings.layers().map(it -> vital(it, layers.of(it), carried)).toList();
    }

    @Override
    public List<Serving> eservices() {
        return servings.all();
    }

    @Override
    public List<Answers> answers() {
        return answers.since(LocalDate.MIN)
                .map(it -> new Answers(it.day(), it.what().eservice(), it.what().language(), it.good(), it.bad()))
                .toList();
    }

    @Override
    public List<Calls> calls() {
        return calls.since(LocalDate.MIN)
                .map(it -> new Calls(it.day(), it.what().of(), it.what().via(), it.all(), it.good()))
                .toList();
    }

    private Vital vital(Register of, Pulse pulse, Daily<Register> counted) {
        var counts = counted.since(today().minusDays(AVAILABILITY - 1))
                .filter(it -> it.what() == of)
                .toList();
        var reading = pulse.read(clock.instant());
        return new Vital(
                of,
                reading.state(),
                reading.since(),
                reading.lastSuccess(),
                counts.stream().mapToLong(it -> it.all()).sum(),
                counts.stream().mapToLong(it -> it.good()).sum());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BAKU);
    }
}
