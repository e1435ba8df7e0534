package dev.qapi.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Models that would keep what they do not know, read so that they refuse it. */
final class StrictModels {

    private static final ObjectMapper MAPPER = new ObjectMapper().setAnnotationIntrospector(new NothingElse());

    private StrictModels() {}

    static <T> T read(String json, Class<T> model) {
        try {
            return MAPPER.readValue(json, model);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static final class NothingElse extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
