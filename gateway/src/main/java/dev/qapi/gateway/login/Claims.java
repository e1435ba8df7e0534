package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure.Untrusted;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Register;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Reads off an ID token who has logged in. What is missing or cannot be right makes the whole login none. */
final class Claims {

    private Claims() {}

    /** @throws Untrusted if it does not say who it is, in full and without doubt */
    static Login read(OidcIdToken token, Instant now) {
        var claims = token.getClaims();
        try {
            return new Login(
                    person(claims),
                    text(claims, "given_name") + ' ' + text(claims, "family_name"),
                    companies(claims.get("companies")),
                    null,
                    token.getTokenValue(),
                    token.getClaimAsString("sid"),
                    now);
        } catch (Malformed e) {
            throw new Untrusted(Register.MYGOV, "claims", null);
        }
    }

    private static Person person(Map<String, Object> claims) {
        var document = object(claims.get("document"));
        return new Person(
                new Document(DocumentType.of(text(document, "type")), DocumentNumber.of(text(document, "number"))),
                BirthDate.of(text(claims, "birthdate")),
                Citizenship.of(text(claims, "citizenship")));
    }

    private static List<Company> companies(@Nullable Object claim) {
        if (claim == null) {
            return List.of();
        }
        if (claim instanceof List<?> list) {
            return list.stream().map(Claims::object).map(Claims::company).toList();
        }
        throw new Untrusted(Register.MYGOV, "claims", null);
    }

    private static Company company(Map<?, ?> company) {
        return new Company(TaxNumber.of(text(company, "tax_number")), text(company, "name"));
    }

    private static Map<?, ?> object(@Nullable Object claim) {
        if (claim instanceof Map<?, ?> object) {
            return object;
        }
        throw new Untrusted(Register.MYGOV, "claims", null);
    }

    private static String text(Map<?, ?> object, String name) {
        if (object.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new Untrusted(Register.MYGOV, "claims", null);
    }
}
