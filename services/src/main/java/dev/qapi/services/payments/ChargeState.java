package dev.qapi.services.payments;

/** How a charge stands; whether its day has passed anybody can see from the day. */
enum ChargeState {
    DUE,
    PAID,
    LAPSED;

    static ChargeState of(Pair pair) {
        return pair.isPaid() ? PAID : pair.isLapsed() ? LAPSED : DUE;
    }
}
