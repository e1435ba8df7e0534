package dev.qapi.gateway.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that people fill in, looked at once for each type: asking a class for them costs more than reading the question.
 *
 * @param names of all of them
 */
record Shape(List<Part> parts, Set<String> names) {

    /** @param rows the record that each element is, if it is a list */
    record Part(
            String name,
            Class<?> type,
            boolean isOptional,
            @Nullable Class<?> rows) {}

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            var parts =
                    Arrays.stream(type.getRecordComponents()).map(Shape::part).toList();
            return new Shape(parts, parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet()));
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Part part(RecordComponent component) {
        return new Part(
                component.getName(),
                component.getType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.getType() == List.class ? Table.rows(component) : null);
    }
}
