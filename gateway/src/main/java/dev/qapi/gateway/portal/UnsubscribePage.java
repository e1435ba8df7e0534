package dev.qapi.gateway.portal;

import dev.qapi.gateway.notices.Endings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * Where the link of a notice leads. To open it ends nothing, since mail programs open links by themselves; to send it does, by the
 * button or as a mail program's one click (RFC 8058).
 */
@Controller
@RequestMapping("/notices/unsubscribe")
class UnsubscribePage {

    private enum State {
        ASK,
        ENDED,
        UNKNOWN
    }

    private final ObjectProvider<Endings> endings;

    /** @param endings asked for late: pages can be shown without any store */
    UnsubscribePage(ObjectProvider<Endings> endings) {
        this.endings = endings;
    }

    @GetMapping
    Rendering page(@RequestParam(defaultValue = "") String token) {
        return told(endings.getObject().isOne(token) ? State.ASK : State.UNKNOWN, token);
    }

    @PostMapping
    Mono<Rendering> end(@RequestParam(defaultValue = "") String token) {
        return endings.getObject().end(token).map(ended -> told(ended ? State.ENDED : State.UNKNOWN, token));
    }

    private static Rendering told(State state, String token) {
        return Rendering.view("unsubscribe")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .status(state == State.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .modelAttribute("state", state)
                .modelAttribute("token", token)
                .build();
    }
}
