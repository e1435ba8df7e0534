package dev.qapi.gateway.stores;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.StandardMongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** MongoDB answers within a second or is away; untuned, the driver hopes for thirty. What the URI says wins. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /**
     * Not over Netty, which Boot would choose: its buffers would be those that the server reads questions into. In the moment in which
     * a killed store cut the driver off, one of these was given back under its question; the driver is known to miscount them then
     * (JAVA-5901, JAVA-6038).
     */
    @Bean
    MongoClientSettings withBuffersOfItsOwn() {
        return MongoClientSettings.builder()
                .transportSettings(TransportSettings.asyncBuilder().build())
                .build();
    }

    /** Boot's, which goes with its settings. */
    @Bean
    MongoClientSettingsBuilderCustomizer whatTheUriSays(MongoConnectionDetails details) {
        return new StandardMongoClientSettingsBuilderCustomizer(details, UuidRepresentation.UNSPECIFIED);
    }

    /** Before Boot's own customizer (order 0), which applies the URI. */
    @Bean
    @Order(-1)
    MongoClientSettingsBuilderCustomizer impatientMongo() {
        return MongoConfiguration::tune;
    }

    private static void tune(MongoClientSettings.Builder settings) {
        settings.applicationName("qapi")
                .timeout(1000, TimeUnit.MILLISECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(500, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(1000, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(32)
                        .maxWaitTime(500, TimeUnit.MILLISECONDS)
                        .maxConnectionIdleTime(60, TimeUnit.SECONDS));
    }

    /** The database that the URI names. */
    @Bean
    MongoDatabase database(MongoClient mongo, MongoConnectionDetails details) {
        return mongo.getDatabase(
                Objects.requireNonNullElse(details.getConnectionString().getDatabase(), "qapi"));
    }
}
