package dev.qapi.services.restrictions;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.NEVER_KEPT;
import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Tells a person whether they may enter and leave the country. */
@EService("restrictions")
class Restrictions {

    private final Source<Person, Iamas.Reply> border;
    private final Source<Person, Enforcement.Reply> debts;
    private final Source<Person, Vmms.Charges> charges;
    private final Source<Person, Vmms.Cases> cases;

    Restrictions(Iamas iamas, Enforcement enforcement, Vmms vmms, Sources sources) {
        this.border = sources.of(IAMAS, Iamas.Reply.class, NEVER_KEPT, iamas::search);
        this.debts = sources.of(ENFORCEMENT, Enforcement.Reply.class, NEVER_KEPT, enforcement::search);
        this.charges = sources.of(VMMS, Vmms.Charges.class, NEVER_KEPT, vmms::charges);
        this.cases = sources.of(VMMS, Vmms.Cases.class, NEVER_KEPT, vmms::cases);
    }

    @PostMapping("/check")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Checked>> check(RestrictionInquiry inquiry, Words words) {
        return check(inquiry.person(), insight(inquiry), words);
    }

    /** A login is worth more than any third factor: nothing is held back. */
    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Checked>> own(dev.qapi.eservice.Person login, Words words) {
        var inquiry = RestrictionInquiry.of(login);
        var insight = charges.find(inquiry.person()).map(owed -> new Insight(inquiry, owed, null));
        return check(inquiry.person(), insight, words);
    }

    private Mono<Answer<Checked>> check(Person person, Mono<Insight> insight, Words words) {
        return border.find(person)
                .zipWith(debts.find(person), Combination::new)
                .zipWith(insight, (both, more) -> both.tell(more, words));
    }

    /** Asked at the same time and whatever the verdict, so that neither time nor calls tell more than the answer. */
    private Mono<Insight> insight(RestrictionInquiry inquiry) {
        if (!inquiry.hasThirdFactor()) {
            return Mono.just(new Insight(inquiry, null, null));
        }
        var person = inquiry.person();
        return inquiry.namesACase()
                ? Mono.zip(charges.find(person), cases.find(person), (owed, known) -> new Insight(inquiry, owed, known))
                : charges.find(person).map(owed -> new Insight(inquiry, owed, null));
    }
}
