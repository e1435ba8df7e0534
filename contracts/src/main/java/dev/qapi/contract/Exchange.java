package dev.qapi.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request example and the response example of the same name.
 *
 * @param contract id of the e-service
 * @param name the persona or situation
 * @param path the path template
 * @param headers request headers by name
 * @param variables what stands in the path's braces, by name
 * @param query the parameters behind the question mark, by name
 * @param request the JSON body as maps, lists and scalars, null if there is none
 * @param status of the response
 * @param mediaType of the response
 * @param answer the response's body as maps, lists and scalars
 */
public record Exchange(
        String contract,
        String name,
        String method,
        String path,
        Map<String, String> headers,
        Map<String, String> variables,
        Map<String, String> query,
        @Nullable Object request,
        int status,
        String mediaType,
        @Nullable Object answer) {

    /** Where the request goes, below the server's address. */
    public String uri() {
        var uri = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        var values = new HashMap<String, Object>(variables);
        values.putAll(query);
        return uri.encode().buildAndExpand(values).toUriString();
    }

    @Override
    public String toString() {
        return contract + ": " + name;
    }
}
