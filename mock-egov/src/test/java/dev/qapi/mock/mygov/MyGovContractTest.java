package dev.qapi.mock.mygov;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract's examples, asked of the server: every one is answered as the contract says. */
class MyGovContractTest {

    /** The server's own choice, new each time. */
    private static final List<String> OWN = List.of("id", "at", "asOf");

    @Test
    void everyExampleIsAnsweredAsTheContractSays() throws IOException {
        try (var myGov = MyGov.start(People.settings())) {
            var client = new Client(myGov);
            var token = client.inboxToken();
            assertThat(contract().get("paths").properties()).hasSize(2).allSatisfy(path -> {
                var example = path.getValue().at("/post");
                var created = example.at("/responses/201");
                var expected = created.isMissingNode() ? example.at("/responses/200") : created;
                var response = client.browser()
                        .send(HttpRequest.newBuilder(URI.create(myGov.issuer() + path.getKey()))
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.ofString(
                                        example(example.get("requestBody")).toString()))
                                .build());
                assertThat(response.statusCode()).isEqualTo(created.isMissingNode() ? 200 : 201);
                assertThat(comparable(Client.json(response))).isEqualTo(comparable(example(expected)));
            });
        }
    }

    @Test
    void whatItSaysOfAPersonIsWhatThereIs() throws IOException {
        assertThat(contract().at("/components/schemas/Person/properties").propertyNames())
                .containsExactlyElementsOf(Claims.NAMES);
    }

    private static JsonNode contract() throws IOException {
        var text = Files.readString(Path.of("../contracts/registers/mygov.yaml"));
        return new JsonMapper().valueToTree(new Yaml().<Map<String, Object>>load(text));
    }

    private static JsonNode example(JsonNode body) {
        return body.at("/content/application~1json/examples").iterator().next().get("value");
    }

    private static JsonNode comparable(JsonNode answer) {
        OWN.forEach(name -> answer.findParents(name).forEach(parent -> ((ObjectNode) parent).put(name, "")));
        return answer;
    }
}
