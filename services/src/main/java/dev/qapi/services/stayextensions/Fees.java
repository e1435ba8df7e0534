package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Words;
import dev.qapi.law.Tariffs;
import org.jspecify.annotations.Nullable;

/** What an extension costs: by the law until the register has decided, then by its word. */
record Fees(Tariffs tariffs, Words words) {
    private static final String CURRENCY = "AZN";
    private static final int OF_AGE = 18;

    Told.@Nullable Fee of(Known known) {
        var wanted = known.filed().payload();
        var filedOn = Telling.day(known.filed().receipt().filedAt());
        var law = tariffs.on(filedOn);
        var due = known.progress().map(Progress::fee);
        if (law.isPresent() && due.isPresent()) {
            var fee = due.get();
            return new Told.Fee(
                    fee.amount(),
                    CURRENCY,
                    fee.paymentNumber(),
                    fee.dueBy(),
                    fee.state(),
                    words.of(fee.state()),
                    law.get().clause());
        }
        var state = Told.FeeState.EXPECTED;
        return wanted.birthDate()
                .hasTurned(OF_AGE, filedOn)
                .flatMap(adult -> law.flatMap(version -> version.amount(
                        Tariffs.Service.STAY_EXTENSION, !adult, wanted.days(), wanted.speed().workingDays)))
                .map(amount -> new Told.Fee(
                        amount,
                        CURRENCY,
                        null,
                        null,
                        state,
                        words.of(state),
                        law.orElseThrow().clause()))
                .orElse(null);
    }
}
