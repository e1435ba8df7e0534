package dev.qapi.mock.mygov;

import static dev.qapi.mock.mygov.People.EMRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A provider changes its key whenever it likes, and clients have to keep up. */
class MyGovKeysTest {

    private final MyGov myGov = MyGov.start(People.settings());
    private final Client client = new Client(myGov);

    @AfterEach
    void stop() {
        myGov.close();
    }

    @Test
    void aNewKeySignsAtOnceAndWhatTheOldOneSignedStaysValid() {
        var old = client.tokens(EMRE);
        myGov.rotateKey();
        var fresh = Client.json(client.refresh(old));
        assertThat(kid(old)).isEqualTo(myGov.keyIds().getLast());
        assertThat(kid(fresh)).isEqualTo(myGov.keyIds().getFirst()).isNotEqualTo(kid(old));
        assertThat(served()).containsExactlyElementsOf(myGov.keyIds()).hasSize(2);
        assertThat(client.verifies(text(old, "id_token"))).isTrue();
        assertThat(client.verifies(text(fresh, "id_token"))).isTrue();
        assertThat(client.userInfo(text(fresh, "access_token")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatADroppedKeySignedIsWorthNothing() {
        var tokens = client.tokens(EMRE);
        myGov.rotateKey();
        assertThat(client.userInfo(text(tokens, "access_token")).statusCode()).isEqualTo(200);
        myGov.dropKey(kid(tokens));
        assertThat(served()).containsExactlyElementsOf(myGov.keyIds()).doesNotContain(kid(tokens));
        assertThat(client.verifies(text(tokens, "id_token"))).isFalse();
        assertThat(client.userInfo(text(tokens, "access_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void allOldKeysAreDroppedAtOnce() {
        myGov.rotateKey();
        myGov.rotateKey();
        var signing = myGov.keyIds().getFirst();
        myGov.dropOldKeys();
        assertThat(served()).containsExactly(signing);
    }

    @Test
    void theKeyThatSignsIsNotDropped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> myGov.dropKey(myGov.keyIds().getFirst()));
        assertThat(client.verifies(text(client.tokens(EMRE), "id_token"))).isTrue();
    }

    @Test
    void noPrivateKeyIsServed() {
        assertThat(client.keys().getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    private List<String> served() {
        return client.keys().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String kid(JsonNode tokens) {
        return Jwts.jwt(tokens, "id_token").getHeader().getKeyID();
    }

    private static String text(JsonNode tokens, String name) {
        return tokens.get(name).stringValue();
    }
}
