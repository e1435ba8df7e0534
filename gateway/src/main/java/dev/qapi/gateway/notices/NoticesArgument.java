package dev.qapi.gateway.notices;

import dev.qapi.eservice.Notices;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.events.OwnersArgument;
import dev.qapi.gateway.language.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Notices} of whoever calls; nothing that they send can make them another's. */
@Component
class NoticesArgument extends OwnersArgument {

    private final NoticeDesk desk;

    NoticesArgument(Owners owners, NoticeDesk desk) {
        super(Notices.class, owners);
        this.desk = desk;
    }

    @Override
    protected Object of(String owner, ServerWebExchange exchange) {
        return new CallersNotices(owner, Language.of(exchange.getLocaleContext().getLocale()), desk);
    }
}
