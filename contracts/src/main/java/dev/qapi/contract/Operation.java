package dev.qapi.contract;

import java.util.LinkedHashMap;
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

    /** The schema of the JSON body, resolved. */
    public Node requestSchema() {
        return contract.resolve(
                node.get("requestBody").get("content").get("application/json").get("schema"));
    }

    Stream<Exchange> exchanges() {
        return node.get("responses")
                .entries()
                .flatMap(response -> contract.resolve(response.getValue())
                        .get("content")
                        .entries()
                        .flatMap(content -> content.getValue()
                                .get("examples")
                                .entries()
                                .map(example -> exchange(
                                        example.getKey(),
                                        Integer.parseInt(response.getKey()),
                                        content.getKey(),
                                        example.getValue().get("value")))));
    }

    private Exchange exchange(String name, int status, String mediaType, Node answer) {
        var headers = new LinkedHashMap<String, String>();
        for (var reference : node.get("parameters").items()) {
            var parameter = contract.resolve(reference);
            var example = parameter.get("examples").get(name).get("value");
            if (parameter.get("in").text().equals("header") && example.isPresent()) {
                headers.put(parameter.get("name").text(), example.text());
            }
        }
        var request = node.get("requestBody")
                .get("content")
                .get("application/json")
                .get("examples")
                .get(name);
        return new Exchange(
                contract.id(),
                name,
                method,
                path,
                headers,
                request.get("value").value(),
                status,
                mediaType,
                answer.value());
    }
}
