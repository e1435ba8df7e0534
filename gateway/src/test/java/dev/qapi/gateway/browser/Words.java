package dev.qapi.gateway.browser;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the pages can say, by language: every text of a bundle and of a contract that has no gap to be filled. */
final class Words {

    private static final List<String> LANGUAGES = List.of("az", "ru", "en");
    private static final Map<String, Set<String>> SAID = said();

    private Words() {}

    /** Those of the texts that are of another language alone, and letters that this one does not have. */
    static List<String> foreign(List<String> texts, String language) {
        return texts.stream()
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .filter(text -> !language.equals("ru") && text.chars().anyMatch(Words::isCyrillic)
                        || !said(language).contains(text)
                                && LANGUAGES.stream()
                                        .anyMatch(other -> said(other).contains(text)))
                .toList();
    }

    private static Set<String> said(String language) {
        return Objects.requireNonNull(SAID.get(language));
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    private static Map<String, Set<String>> said() {
        var said = new HashMap<String, Set<String>>();
        for (var language : LANGUAGES) {
            said.put(language, new HashSet<>(bundled(language).toList()));
        }
        Contract.all().forEach(contract -> collect(contract.root(), said));
        return said;
    }

    private static Stream<String> bundled(String language) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:**/*_" + language + ".properties"))
                    .flatMap(file -> {
                        var properties = new Properties();
                        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                            properties.load(reader);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return properties.values().stream().map(Object::toString);
                    })
                    .filter(text -> !text.contains("{"))
                    .collect(Collectors.toSet())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Node node, Map<String, Set<String>> said) {
        if (LANGUAGES.stream().allMatch(language -> node.get(language).isPresent())) {
            LANGUAGES.forEach(language -> Objects.requireNonNull(said.get(language))
                    .add(node.get(language).text()));
        }
        node.entries().forEach(entry -> collect(entry.getValue(), said));
        node.items().forEach(item -> collect(item, said));
    }
}
