package dev.qapi.gateway.files;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.crypto.Peppers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Files for tests that start no gateway. */
public final class FilesOn {
    static final FilesProperties PROPERTIES = new FilesProperties(
            DataSize.ofKilobytes(600), Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofSeconds(2));

    private FilesOn() {}

    /** Those of that store. */
    public static StoredFiles of(MongoDatabase database, Clock clock) {
        return new StoredFiles(new FileNames(Peppers.any()), new FileStore(database), PROPERTIES, clock);
    }
}
