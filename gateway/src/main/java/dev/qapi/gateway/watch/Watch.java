package dev.qapi.gateway.watch;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked at for somebody.
 *
 * @param id keyed hash, unlike that of any other
 * @param kind by which the {@link Look} for it is found
 * @param eservice where to ask about it
 * @param number by which whom it is looked at for knows it
 * @param owners keyed hashes of whose events tell what it comes to
 * @param sought what is asked, sealed; null if the id leads to it
 * @param begun since when
 * @param until when it ends even if it is not over
 * @param seen when it was last seen; null if it never was
 * @param told keyed hashes of what it has come to so far
 * @param looks since it last came to something
 * @param lease which look it is; nobody else's word about it counts
 */
public record Watch(
        String id,
        String kind,
        String eservice,
        FilingNumber number,
        List<String> owners,
        byte @Nullable [] sought,
        Instant begun,
        Instant until,
        @Nullable Instant seen,
        List<String> told,
        int looks,
        @Nullable String lease) {

    /** One that nobody has looked at yet. */
    public static Watch begin(
            String id,
            String kind,
            String eservice,
            FilingNumber number,
            List<String> owners,
            byte @Nullable [] sought,
            Instant begun,
            Instant until) {
        return new Watch(id, kind, eservice, number, owners, sought, begun, until, null, List.of(), 0, null);
    }

    /** The same, seen at that moment. */
    Watch seen(Instant moment, List<String> reached) {
        return new Watch(id, kind, eservice, number, owners, sought, begun, until, moment, reached, looks, lease);
    }
}
