package dev.qapi.gateway.limits;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Identifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a question is about, as failed matches are counted: each number by itself, for whoever guesses the rest, and
 * a birth date with a citizenship, for whoever guesses the number.
 */
final class Targets {

    private static final ClassValue<List<RecordComponent>> NUMBERS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            var components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
            return Arrays.stream(components)
                    .filter(component -> Identifier.class.isAssignableFrom(component.getType()))
                    .peek(component -> component.getAccessor().setAccessible(true))
                    .toList();
        }
    };

    private Targets() {}

    static List<Key> of(Inquiry inquiry) {
        var keys = new ArrayList<Key>(4);
        BirthDate birthDate = null;
        Citizenship citizenship = null;
        for (var identifier : identifiers(inquiry)) {
            switch (identifier) {
                case BirthDate date -> birthDate = date;
                case Citizenship country -> citizenship = country;
                default -> keys.add(Key.of(Limit.CASE, identifier));
            }
        }
        if (birthDate != null && citizenship != null) {
            keys.add(Key.of(Limit.BIRTH_DATE, birthDate, citizenship));
        }
        return keys;
    }

    private static Set<Identifier> identifiers(Inquiry inquiry) {
        var all = new LinkedHashSet<>(inquiry.subject());
        for (var number : NUMBERS.get(inquiry.getClass())) {
            var value = value(number, inquiry);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private static @Nullable Identifier value(RecordComponent component, Inquiry inquiry) {
        try {
            return (Identifier) component.getAccessor().invoke(inquiry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
