package dev.qapi.gateway.api;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.NeedsScope;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of a portal's answer what its token has no scope for ({@link NeedsScope}), and says that it is missing. */
@Component
class Masks {

    private static final String SCOPE_MISSING = "00100";

    private record Part(
            String name, Method accessor, @Nullable String scope) {}

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Masks::part).toList();
        }
    };

    private final JsonMapper json;

    Masks(JsonMapper json) {
        this.json = json;
    }

    Answer<JsonNode> of(Answer<?> answer, Set<String> scopes) {
        JsonNode told = json.valueToTree(answer.data());
        var missing = new ArrayList<>(answer.missing());
        mask(answer.data(), told, "/data", scopes, missing);
        return new Answer<>(
                told, answer.asOf(), answer.freshness(), answer.reliance(), answer.sources(), List.copyOf(missing));
    }

    private static void mask(
            @Nullable Object value, JsonNode told, String place, Set<String> scopes, List<Missing> missing) {
        if (value instanceof Iterable<?> items && told.isArray()) {
            var index = 0;
            for (var item : items) {
                mask(item, told.path(index), place + '/' + index, scopes, missing);
                index++;
            }
        } else if (value instanceof Record && told instanceof ObjectNode object) {
            for (var part : PARTS.get(value.getClass())) {
                mask(value, part, object, place + '/' + part.name(), scopes, missing);
            }
        }
    }

    private static void mask(
            Object whole, Part part, ObjectNode told, String place, Set<String> scopes, List<Missing> missing) {
        if (part.scope() == null || scopes.contains(part.scope())) {
            mask(ReflectionUtils.invokeMethod(part.accessor(), whole), told.path(part.name()), place, scopes, missing);
        } else if (told.remove(part.name()) != null) {
            missing.add(new Missing(place, SCOPE_MISSING, 0));
        }
    }

    private static Part part(RecordComponent component) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        var scope = component.getAnnotation(NeedsScope.class);
        return new Part(component.getName(), accessor, scope == null ? null : scope.value());
    }
}
