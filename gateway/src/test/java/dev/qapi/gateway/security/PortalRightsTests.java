package dev.qapi.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EService;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

class PortalRightsTests {

    /** What is looked up once for a route must not be found for the same method of another e-service. */
    @Test
    void aRouteThatTwoEServicesInheritNeedsTheScopeOfTheOneThatIsCalled() throws Exception {
        class Inherited {
            @AllowedTo(Caller.PORTAL)
            public void route() {}
        }
        @EService("one")
        class One extends Inherited {}
        @EService("two")
        class Two extends Inherited {}
        var portal = new Portal("portal", Set.of("two"), null, null);

        assertThat(PortalRights.has(portal, new HandlerMethod(new Two(), "route")))
                .isTrue();
        assertThat(PortalRights.has(portal, new HandlerMethod(new One(), "route")))
                .isFalse();
        assertThat(PortalRights.has(portal, new HandlerMethod(new Two(), "route")))
                .isTrue();
    }
}
