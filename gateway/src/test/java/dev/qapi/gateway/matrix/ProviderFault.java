package dev.qapi.gateway.matrix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that befalls the issuer of tokens and logins, or is wrong with its tokens.
 *
 * @param name with its variant
 * @param breaks while somebody calls
 * @param passes the time between, by the clock of keys
 * @param twist what is wrong with the tokens
 * @param known what becomes of whom while the issuer's keys are known; whoever is missing cannot meet it
 * @param unknown and if they are not, or no longer
 * @param most that it may take
 */
record ProviderFault(
        String name,
        Deed breaks,
        Duration passes,
        Twist twist,
        Map<Entry, Admission> known,
        Map<Entry, Admission> unknown,
        Duration most) {

    /** What is done to its {@link Provider}, or by others. */
    @FunctionalInterface
    interface Deed {
        void done(Callers callers);
    }

    static ProviderFault of(String name, Deed breaks, Duration passes) {
        return new ProviderFault(name, breaks, passes, Twist.NONE, Map.of(), Map.of(), Duration.ofSeconds(1));
    }

    static ProviderFault of(String name, Twist twist) {
        return new ProviderFault(name, _ -> {}, Duration.ZERO, twist, Map.of(), Map.of(), Duration.ofSeconds(1));
    }

    ProviderFault known(Admission portal, Admission back) {
        return new ProviderFault(name, breaks, passes, twist, all(portal, back), unknown, most);
    }

    ProviderFault unknown(Admission portal, Admission back) {
        return new ProviderFault(name, breaks, passes, twist, known, all(portal, back), most);
    }

    ProviderFault only(Map<Entry, Admission> those) {
        return new ProviderFault(name, breaks, passes, twist, those, unknown, most);
    }

    ProviderFault within(Duration time) {
        return new ProviderFault(name, breaks, passes, twist, known, unknown, time);
    }

    /** To be sent to the place where people log in takes no word of it, nor does a session that runs. */
    private static Map<Entry, Admission> all(Admission portal, Admission back) {
        var all = new LinkedHashMap<Entry, Admission>();
        all.put(Entry.PORTAL, portal);
        all.put(Entry.START, Admission.SENT_ON);
        all.put(Entry.RETURN, back);
        all.put(Entry.SESSION, Admission.ADMITTED);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
