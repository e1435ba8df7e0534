package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Citizenships as a reader looks for them: by name, in the order of the reader's own alphabet. */
@Component
class Countries {

    /** Where most foreigners in the country come from. */
    private static final List<String> LIKELY =
            List.of("TR", "RU", "IR", "GE", "KZ", "UZ", "UA", "PK", "IN", "CN", "BD", "TM");

    private final Map<Language, List<Choice>> all = new EnumMap<>(Language.class);
    private final Map<Language, List<Choice>> likely = new EnumMap<>(Language.class);

    Countries(MessageSource messages) {
        for (var language : Language.values()) {
            var without = Stream.of("XXA", "XXB", "XXC")
                    .map(code -> new Choice(code, messages.getMessage("country." + code, null, language.locale())));
            all.put(
                    language,
                    Stream.concat(sorted(Arrays.asList(Locale.getISOCountries()), language), without)
                            .toList());
            likely.put(language, sorted(LIKELY, language).toList());
        }
    }

    List<Choice> all(Language language) {
        return all.getOrDefault(language, List.of());
    }

    List<Choice> likely(Language language) {
        return likely.getOrDefault(language, List.of());
    }

    /** What a country is called, or its code if it has no name. */
    record Names(Map<String, String> byCode) {
        public String of(Object code) {
            return byCode.getOrDefault(code.toString(), code.toString());
        }
    }

    Names names(Language language) {
        return new Names(all(language).stream().collect(Collectors.toMap(Choice::value, Choice::label)));
    }

    private static Stream<Choice> sorted(List<String> countries, Language language) {
        var order = Collator.getInstance(language.locale());
        return countries.stream()
                .map(country -> Locale.of("", country))
                .map(country -> new Choice(country.getISO3Country(), country.getDisplayCountry(language.locale())))
                .sorted(Comparator.comparing(Choice::label, order));
    }
}
