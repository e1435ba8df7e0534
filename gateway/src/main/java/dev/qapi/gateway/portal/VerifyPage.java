package dev.qapi.gateway.portal;

import dev.qapi.gateway.papers.Checked;
import dev.qapi.gateway.papers.Stamps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells anybody whether the code on a paper is ours. No register is asked, and nothing is written down. */
@Controller
@RequestMapping("/verify")
class VerifyPage {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final int LONGEST = 2000;

    private final Stamps stamps;
    private final Clock clock;

    VerifyPage(Stamps stamps, Clock clock) {
        this.stamps = stamps;
        this.clock = clock;
    }

    /** Where to paste a code; one behind the {@code #} of the address is pasted by a script, and never leaves the browser in an address. */
    @GetMapping
    Rendering page() {
        return Rendering.view("verify").modelAttribute("script", "verify.js").build();
    }

    @PostMapping
    Mono<Rendering> check(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst("code"), ""))
                .map(code -> code.length() > LONGEST ? Checked.UNKNOWN : stamps.check(code))
                .map(this::told);
    }

    private Rendering told(Checked checked) {
        var page = Rendering.view("verify")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .modelAttribute("state", state(checked));
        return (checked instanceof Checked.Valid valid ? page.modelAttribute("paper", valid.paper()) : page).build();
    }

    private String state(Checked checked) {
        return switch (checked) {
            case Checked.Valid valid ->
                valid.paper().until().isBefore(LocalDate.ofInstant(clock.instant(), BAKU)) ? "ENDED" : "VALID";
            case Checked.Altered _ -> "ALTERED";
            case Checked.Unknown _ -> "UNKNOWN";
        };
    }
}
