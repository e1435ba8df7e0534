package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What somebody asks for who is logged in; myGov has said who that is. */
record OwnExtension(
        int days, Speed speed, Ground ground, @Nullable FileIds files) implements Inquiry, Wish {

    @Override
    public SequencedMap<String, Rule> amiss() {
        return tooLong();
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
