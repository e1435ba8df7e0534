package dev.qapi.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Nobody's language is the translated one: every bundle says the same in all three, and nothing that no page says. */
class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    /** Keys that are put together where they are used. */
    private static final List<String> COMPOSED = List.of(
            "mistake.",
            "country.",
            "form.day",
            "form.month",
            "form.year",
            "verify.VALID",
            "verify.ENDED",
            "verify.ALTERED",
            "verify.UNKNOWN");

    static Stream<String> bundles() {
        return Messages.bundles();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void all_languages_have_the_same_keys_and_placeholders(String bundle) throws IOException {
        var az = read(bundle, "az");
        for (var language : List.of("ru", "en")) {
            var other = read(bundle, language);
            assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(az.stringPropertyNames()));
            for (var key : az.stringPropertyNames()) {
                assertThat(other.getProperty(key)).as(language + " " + key).isNotBlank();
                assertThat(placeholders(other, key)).as(language + " " + key).isEqualTo(placeholders(az, key));
            }
        }
    }

    /** Of two that have it, the same one is asked each time, and the other's page says what it never meant. */
    @Test
    void no_two_bundles_have_the_same_key() throws IOException {
        var keys = new ArrayList<String>();
        for (var bundle : bundles().toList()) {
            keys.addAll(read(bundle, "az").stringPropertyNames());
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_key_is_said_somewhere(String bundle) throws IOException {
        var sources = sources();
        assertThat(read(bundle, "az").stringPropertyNames())
                .filteredOn(key -> COMPOSED.stream().noneMatch(key::startsWith))
                .allMatch(key -> sources.contains("#{" + key + "}")
                        || sources.contains("#{" + key + "(")
                        || sources.contains("\"" + key + "\"")
                        || sources.contains("'" + key + "'"));
    }

    /** MessageFormat takes a straight apostrophe for a quotation mark and swallows what follows. */
    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_has_a_straight_apostrophe(String bundle) throws IOException {
        for (var language : Language.values()) {
            assertThat(read(bundle, language.tag()).values())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    private static Properties read(String bundle, String language) throws IOException {
        var properties = new Properties();
        var file = new ClassPathResource(bundle + "_" + language + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static TreeSet<String> placeholders(Properties properties, String key) {
        return PLACEHOLDER
                .matcher(properties.getProperty(key))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (var root : List.of("src/main", "../services/src/main")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(MessagesTests::isSource).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".java");
    }
}
