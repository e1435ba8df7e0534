package dev.qapi.services.payments;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.EMPLOYER;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Register.GPP;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.law.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Tells somebody what they have to pay, whether it can be paid now, and what a service costs. */
@EService("payments")
class Payments {

    /** Shown from memory at most so long, and then never as payable. */
    private static final Policy POLICY =
            Policy.fresh(Duration.ofSeconds(30)).orStale(Duration.ofMinutes(10)).unlessAttacked();

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private final Source<Debtor, Vmms.Charges> charges;
    private final Source<Debtor, Gpp.Bills> bills;
    private final Clock clock;
    private final Tariffs tariffs = Tariffs.read();

    Payments(Vmms vmms, Gpp gpp, Sources sources, Clock clock) {
        this.charges = sources.of(VMMS, Vmms.Charges.class, POLICY, vmms::charges);
        this.bills = sources.of(GPP, Gpp.Bills.class, POLICY, gpp::bills);
        this.clock = clock;
    }

    @PostMapping("/search")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Owed>> search(PaymentInquiry inquiry, Words words) {
        return owed(inquiry.debtor(), inquiry.isAboutAPerson(), words);
    }

    @GetMapping("/own")
    @AllowedTo({PERSON, EMPLOYER})
    Mono<Answer<Owed>> own(Person person, @Nullable Employer employer, Words words) {
        return owed(employer == null ? Debtor.of(person) : Debtor.of(employer), true, words);
    }

    /** @param named whether whoever asks is known, and not only a number that may have been found in the street */
    private Mono<Answer<Owed>> owed(Debtor debtor, boolean named, Words words) {
        return charges.find(debtor).zipWith(bills.find(debtor), Combination::of).map(both -> both.tell(named, words));
    }

    /** Needs no register, and therefore always answers. */
    @GetMapping("/tariffs")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Tariffs>> tariffs() {
        return Mono.just(ofOurs(tariffs));
    }

    /** Likewise. */
    @PostMapping("/fees")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Fee>> fee(FeeInquiry inquiry, Words words) {
        return Mono.just(ofOurs(Fee.of(tariffs, inquiry, today(), words)));
    }

    private <T> Answer<T> ofOurs(T data) {
        return new Answer<>(data, clock.instant(), Freshness.FRESH, Reliance.SAFE, List.of(), List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BAKU);
    }
}
