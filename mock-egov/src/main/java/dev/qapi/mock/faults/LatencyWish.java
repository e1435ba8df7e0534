package dev.qapi.mock.faults;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** {@code {"on": true, "registers": {"VMMS": {"median": 90}}}}: what is not named stays as it is. */
final class LatencyWish {

    private LatencyWish() {}

    /** Changes all of it or, if anything is wrong, nothing. */
    static void grant(Wish wish, Latency latency) {
        var shapes = new LinkedHashMap<String, LatencyShape>();
        var all = latency.shapes();
        wish.json().path("registers").forEachEntry((register, shape) -> {
            var wished = new Wish(shape);
            var now = all.getOrDefault(register, LatencyShape.ofMedian(0));
            shapes.put(
                    register,
                    new LatencyShape(
                            (long) positive(register, "median", wished.number("median"), now.median()),
                            positive(register, "sigma", wished.number("sigma"), now.sigma()),
                            positive(register, "tail", wished.number("tail"), now.tail()),
                            positive(register, "factor", wished.number("factor"), now.factor())));
        });
        var on = wish.flag("on");
        shapes.forEach(latency::set);
        if (on != null) {
            latency.turn(on);
        }
    }

    private static double positive(String register, String name, @Nullable Double wished, double now) {
        if (wished != null && wished < 0) {
            throw new BadInjection("registers/" + register + '/' + name, "It cannot be below 0.");
        }
        return wished == null ? now : wished;
    }
}
