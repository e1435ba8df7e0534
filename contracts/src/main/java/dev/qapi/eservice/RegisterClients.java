package dev.qapi.eservice;

import java.util.Objects;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.registry.AbstractHttpServiceRegistrar;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;

/** Registers the {@link RegisterClient} interfaces of a slice's package, grouped by the register they talk to. */
class RegisterClients extends AbstractHttpServiceRegistrar {

    @Override
    protected void registerHttpServices(GroupRegistry groups, AnnotationMetadata slice) {
        for (var client : interfaces().findCandidateComponents(ClassUtils.getPackageName(slice.getClassName()))) {
            var register = ((AnnotatedBeanDefinition) client)
                    .getMetadata()
                    .getAnnotations()
                    .get(RegisterClient.class)
                    .getEnum("value", Register.class);
            groups.forGroup(register.name(), ClientType.WEB_CLIENT)
                    .registerTypeNames(Objects.requireNonNull(client.getBeanClassName()));
        }
    }

    private static ClassPathScanningCandidateComponentProvider interfaces() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(RegisterClient.class));
        return scanner;
    }
}
