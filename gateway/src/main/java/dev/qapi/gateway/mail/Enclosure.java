package dev.qapi.gateway.mail;

import dev.qapi.eservice.Attached;
import dev.qapi.gateway.files.Uploads;
import jakarta.mail.MessagingException;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file that is enclosed in a message; it is read where the message lies, and never more than a piece of it is in memory.
 *
 * @param number from 0 on, in the order in which they stand there
 */
record Enclosure(Path message, int number) {

    private static final int PIECE = 64 * 1024;

    Mono<Attached> store(Uploads uploads) {
        return uploads.store(content().subscribeOn(Schedulers.boundedElastic()), -1);
    }

    private Flux<DataBuffer> content() {
        return Flux.using(
                () -> new SharedFileInputStream(message.toFile()),
                opened -> DataBufferUtils.readInputStream(
                        () -> in(opened), DefaultDataBufferFactory.sharedInstance, PIECE),
                Enclosure::close);
    }

    private InputStream in(InputStream opened) throws IOException {
        try {
            return Contents.of(Letter.message(opened)).files().get(number).getInputStream();
        } catch (MessagingException changedMeanwhile) {
            throw new IOException("no longer readable");
        }
    }

    private static void close(InputStream opened) {
        try {
            opened.close();
        } catch (IOException nothingIsWritten) {
            // what was read was read
        }
    }
}
