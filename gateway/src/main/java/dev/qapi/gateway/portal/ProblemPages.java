package dev.qapi.gateway.portal;

import dev.qapi.gateway.problem.Catalogue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What the {@code type} of a problem leads to: the problem explained, in three languages, at an address that stays. */
@Controller
@RequestMapping("/problems")
class ProblemPages {

    private final Catalogue catalogue;

    ProblemPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("entries", catalogue.entries());
        return "problems";
    }

    @GetMapping("/{slug}")
    String one(@PathVariable String slug, Model model) {
        model.addAttribute(
                "entry", catalogue.bySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "problem";
    }
}
