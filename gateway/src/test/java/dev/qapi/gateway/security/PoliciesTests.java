package dev.qapi.gateway.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.EService;
import org.junit.jupiter.api.Test;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

class PoliciesTests {

    @EService("example")
    static class Example {

        @AllowedTo(Caller.ANONYMOUS)
        void open() {}

        @AllowedTo({Caller.PERSON, Caller.ANONYMOUS})
        void openToMore() {}

        @AllowedTo(Caller.PERSON)
        void closed() {}

        void forgotten() {}
    }

    static class Page {
        void anything() {}
    }

    @Test
    void aRouteWithAPolicyIsFine() {
        assertThatCode(() -> check(new Example(), "open")).doesNotThrowAnyException();
        assertThatCode(() -> check(new Example(), "openToMore")).doesNotThrowAnyException();
        assertThatCode(() -> check(new Example(), "closed")).doesNotThrowAnyException();
    }

    @Test
    void aRouteWithoutAPolicyStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(new Example(), "forgotten"))
                .withMessageContaining("@AllowedTo");
    }

    @Test
    void aPageIsNoRouteOfAnEService() {
        assertThatCode(() -> check(new Page(), "anything")).doesNotThrowAnyException();
    }

    private static void check(Object bean, String name) {
        var method = ReflectionUtils.findMethod(bean.getClass(), name);
        if (method == null) {
            throw new AssertionError(name);
        }
        Policies.check(new HandlerMethod(bean, method));
    }
}
