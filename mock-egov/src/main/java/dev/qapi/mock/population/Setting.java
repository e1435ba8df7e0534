package dev.qapi.mock.population;

import dev.qapi.contract.Node;
import dev.qapi.law.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * What the country consists of: {@code country/country.yaml}, read.
 *
 * @param day on which the personas' stories are told
 * @param origins citizenships by ISO 3166-1 alpha-3
 */
record Setting(
        LocalDate day,
        Map<String, Origin> origins,
        List<String> points,
        List<String> districts,
        List<String> hotels,
        List<String> bodies,
        List<String> papers,
        List<String> activities,
        List<String> occupations,
        List<String> companies,
        Tariff tariff,
        WorkingDays calendar) {

    /** Where people come from: how many, what they are called, which series their passports have. */
    record Origin(int share, String language, String series, boolean visaFree) {}

    static Setting read() {
        var file = Node.read(new ClassPathResource("country/country.yaml"));
        var law = Node.read(new ClassPathResource("contracts/law/tariffs.yaml"));
        var origins = new LinkedHashMap<String, Origin>();
        file.get("citizenships").entries().forEach(it -> origins.put(it.getKey(), origin(it.getValue())));
        return new Setting(
                LocalDate.parse(file.get("day").text()),
                origins,
                texts(file, "points"),
                texts(file, "districts"),
                texts(file, "hotels"),
                texts(file, "bodies"),
                texts(file, "papers"),
                texts(file, "activities"),
                texts(file, "occupations"),
                texts(file, "companies"),
                new Tariff(law.get("versions").items().getLast().get("fees")),
                WorkingDays.read());
    }

    private static Origin origin(Node node) {
        return new Origin(
                Integer.parseInt(node.get("share").text()),
                node.get("language").text(),
                node.get("series").text(),
                Boolean.parseBoolean(node.get("visaFree").text()));
    }

    private static List<String> texts(Node file, String list) {
        return file.get(list).items().stream().map(Node::text).toList();
    }

    /** The moment at which the personas' stories are told. */
    Instant told() {
        return Baku.at(day, 10, 0);
    }
}
