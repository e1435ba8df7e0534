package dev.qapi.gateway.notices;

import dev.qapi.eservice.Notices;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.security.Who;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Notices} of whoever calls; nothing that they send can make them another's. */
@Component
class NoticesArgument implements SyncHandlerMethodArgumentResolver {

    private final Owners owners;
    private final NoticeDesk desk;

    NoticesArgument(Owners owners, NoticeDesk desk) {
        this.owners = owners;
        this.desk = desk;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Notices.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var owner = owners.of(Who.of(exchange));
        if (owner == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return new CallersNotices(owner, Language.of(exchange.getLocaleContext().getLocale()), desk);
    }
}
