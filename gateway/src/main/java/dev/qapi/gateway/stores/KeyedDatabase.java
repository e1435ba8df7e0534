package dev.qapi.gateway.stores;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Finds by {@code _id} also what has to fulfil more than that: by itself the server then looks at every document. */
final class KeyedDatabase extends H2Database {

    private static final String ID = "_id";

    private final MVStore store;

    KeyedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // opens its collections before it is made
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var namespace = getFullCollectionNamespace(name);
        return new Keyed(
                this, name, options, store.openMap("databases." + namespace), store.openMap("meta." + namespace));
    }

    private static final class Keyed extends H2Collection {

        Keyed(
                KeyedDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> data,
                MVMap<String, Object> meta) {
            super(database, name, options, data, meta, database.cursorRegistry);
        }

        @Override
        protected QueryResult matchDocuments(
                Document query, Document order, int skip, int limit, int batch, Document fields) {
            var id = ID.equals(getIdField()) ? id(query) : null;
            if (id == null) {
                return super.matchDocuments(query, order, skip, limit, batch, fields);
            }
            var there = getDocument(id) == null ? List.of() : List.<Object>of(id);
            return matchDocuments(query, there, order, skip, limit, batch, fields);
        }

        /** The one that it must have; null if the query does not say. */
        private static @Nullable String id(Document query) {
            if (query.get(ID) instanceof String id) {
                return id;
            }
            return query.get("$and") instanceof Collection<?> all
                    ? all.stream()
                            .map(it -> it instanceof Document part ? id(part) : null)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }
}
