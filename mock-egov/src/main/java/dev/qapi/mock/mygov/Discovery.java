package dev.qapi.mock.mygov;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the provider says of itself, where the library's own lists are longer or shorter than what its clients may do. */
final class Discovery {

    private static final List<String> BASIC = List.of("client_secret_basic");

    private Discovery() {}

    static void complete(Map<String, Object> metadata) {
        metadata.put(
                "scopes_supported",
                Stream.concat(
                                Stream.of("openid", Claims.PROFILE, Claims.IDENTITY, Claims.COMPANIES, Clients.INBOX),
                                Clients.PORTAL_SCOPES.stream())
                        .toList());
        metadata.put("claims_supported", Claims.NAMES);
        metadata.put("ui_locales_supported", Words.LANGUAGES);
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        metadata.put("token_endpoint_auth_methods_supported", BASIC);
        metadata.put("revocation_endpoint_auth_methods_supported", BASIC);
        metadata.put("introspection_endpoint_auth_methods_supported", BASIC);
        metadata.put(IssuerParameter.SUPPORTED, true);
        metadata.remove("tls_client_certificate_bound_access_tokens");
        metadata.remove("dpop_signing_alg_values_supported");
    }
}
