package dev.qapi.mock.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How long each register thinks: log-normal, with a tail. */
public final class Latency {

    private static final LatencyShape OTHERS = LatencyShape.ofMedian(150);

    private final Random random;
    private final Map<String, LatencyShape> shapes = new ConcurrentHashMap<>(Map.of(
            "VMMS", LatencyShape.ofMedian(240),
            "IAMAS", LatencyShape.ofMedian(180),
            "ENFORCEMENT", LatencyShape.ofMedian(400),
            "AVIS", LatencyShape.ofMedian(120),
            "VVADQ", LatencyShape.ofMedian(150),
            "VISA", LatencyShape.ofMedian(200),
            "GPP", LatencyShape.ofMedian(80),
            "MYGOV", LatencyShape.ofMedian(80),
            "DOCUMENT_FLOW", LatencyShape.ofMedian(300)));
    private volatile boolean on;

    /**
     * @param on whether anybody thinks at all; a test rather does without
     * @param seed the same pauses in the same order for the same seed
     */
    public Latency(boolean on, long seed) {
        this.on = on;
        this.random = new Random(seed);
    }

    /** How long a register thinks this time; zero while it is off. */
    public Duration next(@Nullable String register) {
        return on ? shape(register).draw(random) : Duration.ZERO;
    }

    /** Switches all of it. */
    public void turn(boolean on) {
        this.on = on;
    }

    /** Whether anybody thinks at all. */
    public boolean isOn() {
        return on;
    }

    /** Milliseconds that a register usually takes; zero while it is off. */
    public long median(String register) {
        return on ? shape(register).median() : 0;
    }

    /** From now on. */
    public void set(String register, LatencyShape shape) {
        shapes.put(register, shape);
    }

    /** By register. */
    public Map<String, LatencyShape> shapes() {
        return new TreeMap<>(shapes);
    }

    double chance() {
        return random.nextDouble();
    }

    private LatencyShape shape(@Nullable String register) {
        return register == null ? OTHERS : shapes.getOrDefault(register, OTHERS);
    }
}
