package dev.qapi.gateway.prefill;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.service.registry.AbstractHttpServiceRegistrar;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;

/** One client for each register that a contract names, in the register's own group: same ways, same pool, same strictness. */
@Configuration(proxyBeanMethods = false)
@Import(PrefillConfiguration.Clients.class)
class PrefillConfiguration {

    static class Clients extends AbstractHttpServiceRegistrar {
        @Override
        protected void registerHttpServices(GroupRegistry groups, AnnotationMetadata here) {
            Forms.registers()
                    .forEach(register -> groups.forGroup(register.name(), ClientType.WEB_CLIENT)
                            .register(Holder.class));
        }
    }
}
