package dev.qapi.architecture.bad;

import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One of each. */
@SuppressWarnings({"StringCaseLocaleUsage", "JavaTimeDefaultTimeZone", "JavaUtilDate"})
class Sins {

    String birthDate = "";

    String holderPin = "";

    @Autowired
    Clock clock;

    static class Number extends Identifier {
        Number(String value) {
            super(value);
        }
    }

    Object languages() {
        UnaryOperator<String> byReference = String::toLowerCase;
        return byReference.apply(birthDate.toUpperCase());
    }

    Object clocks() {
        var moments = ZonedDateTime.now(ZoneOffset.UTC).toString() + Instant.now() + LocalDate.now() + new Date();
        return moments + Clock.systemUTC() + System.currentTimeMillis();
    }

    Object waits(Mono<String> one, Flux<String> many) throws InterruptedException {
        Thread.sleep(1);
        return one.block() + many.blockLast(Duration.ZERO) + one.toFuture();
    }
}
