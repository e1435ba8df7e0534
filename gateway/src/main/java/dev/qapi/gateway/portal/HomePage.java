package dev.qapi.gateway.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this is, and every e-service. */
@Controller
class HomePage {

    private final Offers offers;
    private final Sandbox sandbox;

    HomePage(Offers offers, Sandbox sandbox) {
        this.offers = offers;
        this.sandbox = sandbox;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("offers", offers.all());
        offers.all().stream()
                .filter(offer -> !sandbox.personas(offer).isEmpty())
                .findFirst()
                .ifPresent(offer -> model.addAttribute("tried", offer)
                        .addAttribute(
                                "persona", sandbox.personas(offer).getFirst().name()));
        return "home";
    }
}
