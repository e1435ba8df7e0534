package dev.qapi.services.payments;

import dev.qapi.identifier.RegisterNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One charge as the two registers know it, at least one of which does. */
record Pair(Vmms.@Nullable Charge charge, Gpp.@Nullable Bill bill) {

    /** Joined by payment number, in the migration service's order; bills that it does not know of come last. */
    static List<Pair> of(List<Vmms.Charge> charges, List<Gpp.Bill> bills) {
        var unmatched = new LinkedHashMap<RegisterNumber, Gpp.Bill>();
        bills.forEach(bill -> unmatched.put(bill.paymentNumber(), bill));
        var pairs = new ArrayList<Pair>();
        for (var charge : charges) {
            var number = charge.paymentNumber();
            pairs.add(new Pair(charge, number == null ? null : unmatched.remove(number)));
        }
        unmatched.values().forEach(bill -> pairs.add(new Pair(null, bill)));
        return pairs;
    }

    /** One of them is enough: whoever has paid is never asked to pay again. */
    boolean isPaid() {
        return charge != null && charge.state() == Vmms.State.PAID || bill != null && bill.state() == Gpp.State.PAID;
    }

    /** The migration service decides; only where it says nothing does the portal. */
    boolean isLapsed() {
        return charge != null ? charge.state() == Vmms.State.LAPSED : bill != null && bill.state() == Gpp.State.EXPIRED;
    }
}
