package dev.qapi.gateway.portal;

import dev.qapi.eservice.Failure;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.login.Accounts;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives every page what every page needs. */
@ControllerAdvice(basePackageClasses = Pages.class)
class Pages {

    private final Personas personas;
    private final Accounts accounts;
    private final Clock clock;
    private final MessageSource messages;
    private final Countries countries;

    Pages(Personas personas, Accounts accounts, Clock clock, MessageSource messages, Countries countries) {
        this.countries = countries;
        this.personas = personas;
        this.accounts = accounts;
        this.clock = clock;
        this.messages = messages;
    }

    @ModelAttribute(Page.ATTRIBUTE)
    Mono<Page> page(ServerWebExchange exchange) {
        return page(exchange, personas, accounts);
    }

    /** Logins that cannot be looked up just now are none: a page that is open to anybody stays open. */
    static Mono<Page> page(ServerWebExchange exchange, Personas personas, Accounts accounts) {
        return accounts.find(exchange)
                .map(Optional::of)
                .onErrorReturn(Failure.class, Optional.empty())
                .defaultIfEmpty(Optional.empty())
                .map(account -> Page.of(exchange, personas, accounts.areOffered(), account.orElse(null)));
    }

    @ModelAttribute("countries")
    Countries.Names countries(Locale locale) {
        return countries.names(Language.of(locale));
    }

    @ModelAttribute("dates")
    Dates dates(Locale locale) {
        return new Dates(Language.of(locale), clock, messages);
    }
}
