package dev.qapi.eservice;

import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Which e-service a class is; looked up once, since each question asks for it. */
public final class EServices {

    private static final ClassValue<Optional<String>> IDS = new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
            return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(type, EService.class))
                    .map(EService::value);
        }
    };

    private EServices() {}

    /** Its id; empty if it is none. */
    public static Optional<String> id(Class<?> type) {
        return IDS.get(type);
    }
}
