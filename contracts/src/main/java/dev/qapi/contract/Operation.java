package dev.qapi.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of a contract.
 *
 * @param contract where it stands
 * @param method {@code GET}, {@code POST} …
 * @param path the path template
 * @param node the operation's own part of the document
 */
public record Operation(Contract contract, String method, String path, Node node) {

    private static final String OTHERWISE = "x-otherwise";
    private static final String ILLUSTRATION = "x-illustration";

    /** The schema of the JSON body, resolved. */
    public Node requestSchema() {
        return contract.resolve(requestBody().get("schema"));
    }

    /** The fields of the body that registers fill in for whoever is logged in. */
    public List<Prefill> prefills() {
        return requestSchema()
                .get("properties")
                .entries()
                .flatMap(property ->
                        Prefill.of(
                                property.getKey(),
                                contract.resolve(property.getValue()).get("x-prefill"))
                                .stream())
                .toList();
    }

    /** Every request example and the response example of the same name. */
    public Stream<Exchange> exchanges() {
        return answers()
                .filter(answer -> !answer.isOtherwise() && !answer.isIllustration())
                .map(this::exchange);
    }

    /** Examples marked {@code x-illustration}: what an answer looks like whose figures are those of the day. */
    public Stream<Exchange> illustrations() {
        return answers().filter(Answer::isIllustration).map(this::exchange);
    }

    /** What answers a well-formed request that no example describes: the response example marked {@code x-otherwise}. */
    public Optional<Exchange> otherwise() {
        return answers().filter(Answer::isOtherwise).map(this::exchange).findFirst();
    }

    private record Answer(int status, String mediaType, String name, Node example) {
        boolean isOtherwise() {
            return example.get(OTHERWISE).isPresent();
        }

        boolean isIllustration() {
            return example.get(ILLUSTRATION).isPresent();
        }
    }

    private Stream<Answer> answers() {
        return node.get("responses")
                .entries()
                .flatMap(response -> contract.resolve(response.getValue())
                        .get("content")
                        .entries()
                        .flatMap(content -> content.getValue()
                                .get("examples")
                                .entries()
                                .map(example -> new Answer(
                                        Integer.parseInt(response.getKey()),
                                        content.getKey(),
                                        example.getKey(),
                                        example.getValue()))));
    }

    private Exchange exchange(Answer answer) {
        return new Exchange(
                contract.id(),
                answer.name(),
                method,
                path,
                parameters("header", answer.name()),
                parameters("path", answer.name()),
                parameters("query", answer.name()),
                requestBody().get("examples").get(answer.name()).get("value").value(),
                answer.status(),
                answer.mediaType(),
                answer.example().get("value").value());
    }

    private Node requestBody() {
        return node.get("requestBody").get("content").get("application/json");
    }

    /** What the example gives for the parameters that stand in {@code place}, by their names. */
    private Map<String, String> parameters(String place, String example) {
        var given = new LinkedHashMap<String, String>();
        for (var reference : node.get("parameters").items()) {
            var parameter = contract.resolve(reference);
            var value = parameter.get("examples").get(example).get("value");
            if (parameter.get("in").text().equals(place) && value.isPresent()) {
                given.put(parameter.get("name").text(), value.text());
            }
        }
        return given;
    }
}
