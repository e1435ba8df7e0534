package dev.qapi.gateway.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.NeedsScope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every field of every answer, read from the types, with the scope that it needs. */
final class AnswerFields {

    /**
     * @param eservice whose answer it is
     * @param pointer to where it stands, with a star for each item
     * @param scope empty if the e-service's own will do
     */
    record Field(String eservice, String pointer, String scope) {

        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return eservice + " " + pointer + (scope.isEmpty() ? "" : " [" + scope + "]");
        }
    }

    private AnswerFields() {}

    static Stream<Field> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EService.class));
        return scanner.findCandidateComponents("dev.qapi.services").stream()
                .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .flatMap(AnswerFields::of)
                .distinct();
    }

    private static Stream<Field> of(Class<?> type) {
        var service = AnnotatedElementUtils.findMergedAnnotation(type, EService.class);
        var id = service == null ? "" : service.value();
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> ResolvableType.forMethodReturnType(method).getGeneric(0))
                .filter(answer -> answer.resolve() == Answer.class)
                .flatMap(answer -> fields(id, "/data", answer.getGeneric(0), Set.of()));
    }

    private static Stream<Field> fields(String id, String place, ResolvableType type, Set<Class<?>> above) {
        var raw = type.resolve(Object.class);
        if (Iterable.class.isAssignableFrom(raw)) {
            return fields(id, place + "/*", type.as(Iterable.class).getGeneric(0), above);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return fields(id, place + "/*", type.as(Map.class).getGeneric(1), above);
        }
        if (!raw.isRecord() || isOneValue(raw) || above.contains(raw)) {
            return Stream.empty();
        }
        var down = new HashSet<>(above);
        down.add(raw);
        return Arrays.stream(raw.getRecordComponents()).flatMap(component -> {
            var at = place + '/' + component.getName();
            var scope = component.getAnnotation(NeedsScope.class);
            var field = new Field(id, at, scope == null ? "" : scope.value());
            var inner = ResolvableType.forType(component.getGenericType(), type);
            return Stream.concat(Stream.of(field), fields(id, at, inner, down));
        });
    }

    private static boolean isOneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
