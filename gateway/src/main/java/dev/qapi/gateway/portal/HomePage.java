package dev.qapi.gateway.portal;

import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this is, and every e-service. */
@Controller
class HomePage {

    private final Offers offers;
    private final Personas personas;

    HomePage(Offers offers, Personas personas) {
        this.offers = offers;
        this.personas = personas;
    }

    /** What people come to ask before what they may read. */
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "offers",
                offers.all().stream()
                        .filter(Offer::hasPage)
                        .sorted(Comparator.comparing(offer -> offer.inquiry().isEmpty()))
                        .toList());
        offers.all().stream()
                .filter(offer -> !personas.of(offer).isEmpty())
                .findFirst()
                .ifPresent(offer -> model.addAttribute("tried", offer)
                        .addAttribute("persona", personas.of(offer).getFirst().name()));
        return "home";
    }
}
