package dev.qapi.services.opendata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The listing as DCAT-AP understands it, for portals that harvest; addresses are relative to where it was fetched. */
final class Dcat {

    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";

    private Dcat() {}

    static Map<String, Object> of(Listing listing, String language) {
        var catalog = new LinkedHashMap<String, Object>();
        catalog.put("@context", context(language));
        catalog.put("@id", Listing.HERE.substring(0, Listing.HERE.length() - 1));
        catalog.put("@type", "dcat:Catalog");
        catalog.put("dct:title", "Qapı");
        catalog.put("dct:description", "Qapı");
        catalog.put("dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", "Qapı"));
        catalog.put(
                "dcat:dataset", listing.datasets().stream().map(Dcat::dataset).toList());
        return catalog;
    }

    private static Map<String, Object> context(String language) {
        var context = new LinkedHashMap<String, Object>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        context.put("@language", language);
        return context;
    }

    private static Dataset dataset(Listing.Entry entry) {
        return new Dataset(
                entry.json(),
                "dcat:Dataset",
                entry.dataset().text(),
                entry.description(),
                entry.dataset().code().slug(),
                entry.updated() == null ? null : new Typed("xsd:dateTime", entry.updated()),
                List.of(
                        distribution(entry.json(), "JSON", "application/json"),
                        distribution(entry.csv(), "CSV", "text/csv")));
    }

    private static Map<String, Object> distribution(String address, String format, String mediaType) {
        return Map.of(
                "@type", "dcat:Distribution",
                "dcat:accessURL", Map.of("@id", address),
                "dcat:downloadURL", Map.of("@id", address),
                "dct:format", Map.of("@id", FILE_TYPE + format),
                "dcat:mediaType", Map.of("@id", "https://www.iana.org/assignments/media-types/" + mediaType));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Dataset(
            @JsonProperty("@id") String id,
            @JsonProperty("@type") String type,
            @JsonProperty("dct:title") String title,
            @JsonProperty("dct:description") String description,
            @JsonProperty("dct:identifier") String identifier,
            @JsonProperty("dct:modified") @Nullable Typed modified,
            @JsonProperty("dcat:distribution") List<Map<String, Object>> distribution) {}

    private record Typed(
            @JsonProperty("@type") String type,
            @JsonProperty("@value") Instant value) {}
}
