package dev.qapi.mock.mygov;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client learns about a person, by scope; the same in the ID token and from the userinfo endpoint. */
final class Claims {

    static final String IDENTITY = "identity";
    static final String COMPANIES = "companies";
    static final String PROFILE = "profile";
    /** Every claim of a person, as the discovery document lists them. */
    static final List<String> NAMES =
            List.of("sub", "given_name", "family_name", "birthdate", "citizenship", "document", "pin", "companies");

    private Claims() {}

    static Map<String, Object> of(Account account, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        if (scopes.contains(PROFILE)) {
            claims.put("given_name", account.givenName());
            claims.put("family_name", account.familyName());
            claims.put("birthdate", account.birthDate().reveal());
        }
        if (scopes.contains(IDENTITY)) {
            claims.put("citizenship", account.citizenship().reveal());
            claims.put("document", document(account));
            if (account.pin() != null) {
                claims.put("pin", account.pin().reveal());
            }
        }
        if (scopes.contains(COMPANIES)) {
            claims.put(
                    "companies",
                    account.companies().stream().map(Claims::company).toList());
        }
        return claims;
    }

    private static Map<String, String> document(Account account) {
        return Map.of(
                "type", account.document().type().name(),
                "number", account.document().number().reveal());
    }

    private static Map<String, String> company(Company company) {
        return Map.of("tax_number", company.taxNumber().reveal(), "name", company.name());
    }
}
