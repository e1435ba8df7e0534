package dev.qapi.mock.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wish that something fails.
 *
 * @param target whom it hits
 * @param share of the calls that it hits, above 0 and at most 1
 * @param lasts null until it is removed
 * @param window null for the whole day
 */
public record Injection(
        Choice choice,
        Target target,
        double share,
        @Nullable Duration lasts,
        @Nullable Window window) {

    private static final double HALF = 0.5;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /**
     * Fills in what the fault itself says, and checks.
     *
     * @throws BadInjection if it cannot be played
     */
    static Injection of(
            Choice choice, Target target, @Nullable Double share, @Nullable Duration lasts, @Nullable Window window) {
        var fault = choice.fault();
        var injection = new Injection(
                choice,
                target,
                share == null ? fault == Fault.F34 ? HALF : 1 : share,
                lasts == null && fault == Fault.F35 ? OUTAGE : lasts,
                window);
        injection.check();
        return injection;
    }

    private void check() {
        var fault = choice.fault();
        if (!(share > 0 && share <= 1)) {
            throw new BadInjection("share", "A share is above 0 and at most 1.");
        }
        if (lasts != null && !lasts.isPositive()) {
            throw new BadInjection("seconds", "It has to last for a second at least.");
        }
        if (fault == Fault.F38 && target.register() == null) {
            throw new BadInjection("register", "F38 is about one of several sources: name its register.");
        }
        if (fault.level().isOfSystemsOnly() && !isWide()) {
            var field = target.register() != null ? "register" : target.operation() != null ? "operation" : "share";
            throw new BadInjection(
                    field, fault + " hits a whole system: nobody knows yet what a call is for when it is played.");
        }
    }

    /** Whether it is played before anything is known of a call: by the proxy, its certificates or the name server. */
    boolean isWide() {
        var level = choice.fault().level();
        return (level == Level.CONNECTION || level.isOfSystemsOnly()) && target.isWholeSystem() && share == 1;
    }
}
