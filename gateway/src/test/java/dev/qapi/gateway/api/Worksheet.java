package dev.qapi.gateway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a spreadsheet finds in a workbook's only page. */
record Worksheet(List<Document> parts) {

    /** By its directory, as spreadsheets read it: the entries themselves tell their sizes only behind them. */
    static Worksheet of(byte[] workbook) {
        try {
            var file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return new Worksheet(zip.stream()
                        .filter(entry -> entry.getName().matches("xl/(sharedStrings|worksheets/.*)\\.xml"))
                        .map(entry -> parsed(zip, entry))
                        .toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parsed(ZipFile zip, ZipEntry entry) {
        try (var part = zip.getInputStream(entry)) {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(part);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    long formulas() {
        return elements("f").count();
    }

    List<String> texts() {
        return elements("t").map(Node::getTextContent).toList();
    }

    /** The values of the cells that have no type of their own, as numbers have none. */
    List<String> numbers() {
        return elements("c")
                .filter(cell -> List.of("", "n").contains(cell.getAttribute("t")))
                .map(cell -> cell.getTextContent().replaceFirst("\\.0$", ""))
                .toList();
    }

    private Stream<Element> elements(String name) {
        return parts.stream()
                .map(part -> part.getElementsByTagNameNS("*", name))
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(found::item))
                .map(Element.class::cast);
    }
}
