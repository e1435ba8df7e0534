package dev.qapi.gateway.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.start.CannotStart;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The way to a register without an exchange layer; what it does with replies is told in PaymentsTests. */
class DirectTests {

    private static final URI ADDRESS = URI.create("https://gpp.egov.test/gpp/v1");

    @Test
    void itLeadsToItsOwnRegisterOnlyAndUnderItsName() {
        var routes = new Routes(List.of(new Direct(Register.GPP, ADDRESS)));
        assertThat(routes.to(Register.GPP)).extracting(Route::name).containsExactly("GPP/GPP");
        assertThatThrownBy(() -> routes.to(Register.VMMS)).isInstanceOf(CannotStart.class);
    }

    @Test
    void withoutAnAddressWhoeverNeedsItCannotStartAndIsToldWhatToSet() {
        var routes = new Routes(List.of(new Direct(Register.GPP, null)));
        assertThatThrownBy(() -> routes.to(Register.GPP))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QAPI_GPP_URL");
    }

    @Test
    @SuppressWarnings("NullAway") // what is generic there is not
    void anEnvironmentVariableNamesIt() {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("QAPI_GPP_URL", ADDRESS.toString()));
        var binder = new Binder(ConfigurationPropertySources.from(environment));
        assertThat(binder.bind("qapi.gpp", GppProperties.class).get().url()).isEqualTo(ADDRESS);
    }
}
