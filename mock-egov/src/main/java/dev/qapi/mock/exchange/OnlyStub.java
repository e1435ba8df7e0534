package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * The one stub there is: it hands every call to {@link Systems}. Its priority is the lowest, so that any stub added
 * through {@code /__admin/mappings} (an outage, a delay) comes before it; a reset of the stubs brings it back.
 */
final class OnlyStub implements MappingsLoaderExtension {

    private static final int LOWEST = Integer.MAX_VALUE;

    @Override
    public String getName() {
        return "only-stub";
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        stubs.addMapping(any(anyUrl())
                .atPriority(LOWEST)
                .willReturn(ok().withTransformers(Systems.NAME))
                .build());
    }
}
