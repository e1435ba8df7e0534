package dev.qapi.eservice;

import dev.qapi.identifier.FileIds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Files that were sent so that something can be filed with them; sent is what {@link Upload} stores. */
public interface Attachments {
    /** What those files are, in that order; an {@link Objection} to {@code /files} if one of them is not there. */
    Mono<List<Attached>> named(@Nullable FileIds ids);
}
