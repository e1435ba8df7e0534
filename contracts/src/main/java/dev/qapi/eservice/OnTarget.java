package dev.qapi.eservice;

import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches the e-services that {@code qapi.target} names: a comma-separated list, or {@code all}. */
class OnTarget implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata slice) {
        var target = Set.of(context.getEnvironment().getProperty("qapi.target", String[].class, new String[] {"all"}));
        return target.contains("all")
                || target.contains(slice.getAnnotations().get(EService.class).getString("value"));
    }
}
