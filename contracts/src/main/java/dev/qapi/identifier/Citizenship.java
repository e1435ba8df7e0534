package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

/** Citizenship as a travel document writes it: ISO 3166-1 alpha-3, or a special code of ICAO 9303-3, section 5. */
public final class Citizenship extends Identifier {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);
    /** Stateless, refugee, other refugee, unspecified, Kosovo, British variants, United Nations, European Union. */
    private static final Set<String> SPECIAL = Set.of(
            "XXA", "XXB", "XXC", "XXX", "RKS", "XKX", "GBD", "GBN", "GBO", "GBP", "GBS", "UNO", "UNA", "UNK", "EUE");

    private Citizenship(String value) {
        super(value);
    }

    /** @throws Malformed if no country or special code is written so */
    @JsonCreator
    public static Citizenship of(String typed) {
        var code = Normal.code(typed, Rule.CITIZENSHIP);
        if (!COUNTRIES.contains(code) && !SPECIAL.contains(code)) {
            throw new Malformed(Rule.CITIZENSHIP);
        }
        return new Citizenship(code);
    }
}
