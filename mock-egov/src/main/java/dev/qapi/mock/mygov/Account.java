package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.RegisterNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param id what the login page sends; stable, because the pseudonym is made of it
 * @param situation what this person is an example of, by language ({@code az}, {@code ru}, {@code en})
 * @param givenName as in the document
 * @param familyName as in the document
 * @param pin personal number: FIN of a citizen, PIN of a residence card; null for a foreigner who has no card
 * @param birthDate as in the document
 * @param citizenship as in the document
 * @param document the document itself
 * @param companies whom this person may act for
 */
public record Account(
        String id,
        Map<String, String> situation,
        String givenName,
        String familyName,
        @Nullable RegisterNumber pin,
        BirthDate birthDate,
        Citizenship citizenship,
        Document document,
        List<Company> companies) {

    /** How a person is greeted. */
    public String name() {
        return givenName + ' ' + familyName;
    }

    /** What clients know this person by ({@code sub}): always the same, and no number of any register. */
    public String pseudonym() {
        return UUID.nameUUIDFromBytes(("mygov:" + id).getBytes(UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "Account[" + id + ']';
    }
}
