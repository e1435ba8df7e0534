package dev.qapi.gateway.stores;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Commits before it acknowledges: without this, a killed JVM loses about a tenth of what it said was stored. */
final class CommittingBackend extends H2Backend {

    CommittingBackend(String file) {
        super(open(file));
        version(ServerVersion.MONGO_5_0);
    }

    /** By itself, after a while or when there is much of it, it would commit what is half done. */
    private static MVStore open(String file) {
        var store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // a killed JVM finds its last five versions anyway, and nothing here outlives a power cut; else each commit
        // takes up its place for 45 s
        store.setRetentionTime(0);
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new KeyedDatabase(name, getMvStore(), getCursorRegistry());
    }

    /** One after the other: else each would commit what another is in the middle of, and a killed JVM leave it like that. */
    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } finally {
            commit();
        }
    }

    /** Drivers and Boot's health check greet with the newer word, which the server does not know. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, command.equals("hello") ? "ismaster" : command, query);
    }
}
