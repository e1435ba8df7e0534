package dev.qapi.gateway.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each context a register of its own behind EHİS; {@code test.ehis.url} names another EHİS. */
class OwnGovernment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var vmms = new Vmms();
        var beans = (GenericApplicationContext) context;
        beans.registerBean(Vmms.class, () -> vmms, bean -> bean.setDestroyMethodName("stop"));
        beans.registerBean("movableClock", MovableClock.class, MovableClock::new, bean -> bean.setPrimary(true));
        var environment = context.getEnvironment();
        var ehis = environment.getProperty("test.ehis.url", vmms.url());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own government", Map.of("qapi.ehis.url", ehis, "qapi.gpp.url", ehis + "/gpp/v1")));
    }
}
