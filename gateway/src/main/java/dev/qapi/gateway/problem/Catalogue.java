package dev.qapi.gateway.problem;

import dev.qapi.contract.Node;
import dev.qapi.eservice.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every problem that can be told, read from {@code problems.yaml}: codes, addresses, statuses and words. */
@Component
public class Catalogue {

    /**
     * One problem.
     *
     * @param code five digits, or the last three of a problem that every register can have
     * @param slug the last part of its stable address {@code /problems/<slug>}
     * @param status of HTTP
     * @param words title and detail by language
     */
    public record Entry(String code, String slug, int status, Node words) {

        /** One line. */
        public String title(String language) {
            return words.get("title").get(language).text();
        }

        /** What it means and what to do; {@code {register}} stands for the register's name. */
        public String detail(String language) {
            return words.get("detail").get(language).text();
        }
    }

    private final Node registers;
    private final List<Entry> entries;
    private final Map<String, Entry> byCode;

    Catalogue() {
        var file = Node.read(new ClassPathResource("problems.yaml"));
        this.registers = file.get("registers");
        this.entries =
                file.get("problems").items().stream().map(Catalogue::entry).toList();
        this.byCode = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));
    }

    private static Entry entry(Node node) {
        var code = node.get("code").text() + node.get("reason").text();
        return new Entry(
                code,
                node.get("slug").text(),
                Integer.parseInt(node.get("status").text()),
                node);
    }

    /** All of them, in the order of the file. */
    public List<Entry> entries() {
        return entries;
    }

    /** The problem with that address. */
    public Optional<Entry> bySlug(String slug) {
        return entries.stream().filter(entry -> entry.slug().equals(slug)).findFirst();
    }

    /** The problem with that code of five digits: its own entry, or the one of its reason. */
    public Entry byCode(String code) {
        var own = byCode.get(code);
        var entry = own != null ? own : byCode.get(code.substring(2));
        if (entry == null) {
            throw new IllegalArgumentException("no problem with code " + code + " in the catalogue");
        }
        return entry;
    }

    /** What people call the register. */
    public String name(Register register, String language) {
        return registers.get(register.name()).get(language).text();
    }
}
