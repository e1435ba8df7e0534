package dev.qapi.gateway.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Takes "required" and "not null" from the types: whatever a record does not mark {@code @Nullable} must be there. */
class NullMarkedIntrospector extends JacksonAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        var type = type(member);
        return type == null ? super.hasRequiredMarker(config, member) : Boolean.valueOf(!isNullable(type));
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        var type = type(annotated);
        return type == null
                ? super.findSetterInfo(config, annotated)
                : JsonSetter.Value.construct(isNullable(type) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
    }

    private static @Nullable AnnotatedType type(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                        && parameter.getOwner().getAnnotated() instanceof Executable creator
                        && creator.getDeclaringClass().isRecord()
                ? creator.getAnnotatedParameterTypes()[parameter.getIndex()]
                : null;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
