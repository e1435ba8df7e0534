package dev.qapi.gateway.filing;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.FilingNumber;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what lies in the store as what it is. */
record Kept<I extends Inquiry, R extends Registration<I>>(
        FilingNames names, Receipts receipts, Class<I> payload, Class<R> reply) {

    /** Whether just that was filed, be it that its files were sent once more. */
    boolean holds(StoredFiling filing, byte[] body) {
        var filed = body(filing);
        return Arrays.equals(filed, body) || withoutIds(filed).equals(withoutIds(body));
    }

    private static JsonNode withoutIds(byte[] body) {
        var tree = FilingJson.PAYLOAD.readTree(body);
        tree.path("files").forEach(file -> ((ObjectNode) file).remove("id"));
        return tree;
    }

    I payload(StoredFiling filing) {
        return FilingJson.PAYLOAD.readValue(body(filing), payload);
    }

    Filed<I, R> told(StoredFiling filing) {
        var number = FilingNumber.of(filing.number());
        var body = body(filing);
        var said = filing.reply();
        return new Filed<>(
                receipts.of(filing.eservice(), number, filing.filedAt(), body),
                FilingJson.PAYLOAD.readValue(body, payload),
                filing.state(),
                filing.history(),
                said == null
                        ? null
                        : FilingJson.REPLY.readValue(
                                names.reply(filing.id()).open(said).orElseThrow(Kept::unreadable), reply),
                filing.refusal());
    }

    private byte[] body(StoredFiling filing) {
        return names.body(filing.id()).open(filing.body()).orElseThrow(Kept::unreadable);
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("a filing was changed, or sealed under another secret");
    }
}
