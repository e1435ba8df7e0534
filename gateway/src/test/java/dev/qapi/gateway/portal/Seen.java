package dev.qapi.gateway.portal;

import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A page as it arrived.
 *
 * @param how one got there
 */
record Seen(String how, String html, Document parsed) {

    static Seen of(String how, String html) {
        return new Seen(how, html, Jsoup.parse(html));
    }

    /** Where those of its links lead that stay on this host. */
    Stream<String> links(String which) {
        return parsed.select(which).eachAttr("href").stream().filter(address -> address.startsWith("/"));
    }

    /** What a browser fetches with it. */
    Stream<String> parts() {
        return Stream.concat(
                        parsed.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href").stream(),
                        parsed.select("[src]").eachAttr("src").stream())
                .distinct();
    }

    @Override
    public String toString() {
        return how;
    }
}
