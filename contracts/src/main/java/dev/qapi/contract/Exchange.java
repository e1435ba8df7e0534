package dev.qapi.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request example and the response example of the same name.
 *
 * @param contract id of the e-service
 * @param name the persona or situation
 * @param headers request headers by name
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
        @Nullable Object request,
        int status,
        String mediaType,
        @Nullable Object answer) {

    @Override
    public String toString() {
        return contract + ": " + name;
    }
}
