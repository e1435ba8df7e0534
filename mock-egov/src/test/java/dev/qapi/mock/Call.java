package dev.qapi.mock;

import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.population.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulated government as a gateway would, over real HTTP. */
record Call(MockEgov egov) {

    static final String SEARCH = "/r1/AZ/GOV/DMX/VMMS/applications/search";
    static final String STRANGER = """
            {"documentType":"PASSPORT","documentNumber":"ZZ9999999","birthDate":"1971","citizenship":"BGR"}""";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> search(String body) throws IOException {
        return send("POST", SEARCH, body, "X-Road-Client", "AZ/GOV/QAPI/GATEWAY", "X-Road-Id", "call-1");
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) throws IOException {
        return send(method, URI.create(egov.baseUrl() + path), body, headers);
    }

    /** A POST to wherever. */
    static HttpResponse<String> sendTo(String address, String body, String... headers) throws IOException {
        return send("POST", URI.create(address), body, headers);
    }

    /** A GET from wherever. */
    static HttpResponse<String> get(String address) throws IOException {
        return send("GET", URI.create(address), null);
    }

    private static HttpResponse<String> send(String method, URI address, @Nullable String body, String... headers)
            throws IOException {
        var request = HttpRequest.newBuilder(address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The question about somebody, by their current document. */
    static String search(Person person) {
        var document = person.documents().getFirst();
        return JSON.createObjectNode()
                .put("documentType", document.type())
                .put(
                        "documentNumber",
                        DocumentNumber.of(document.number().reveal()).reveal())
                .put("birthDate", person.birthDate().reveal())
                .put("citizenship", person.citizenship().reveal())
                .toString();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static JsonNode json(@Nullable Object value) {
        return JSON.valueToTree(value);
    }
}
