package dev.qapi.gateway.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a spreadsheet finds in a workbook's only page. */
record Worksheet(List<Document> parts) {

    static Worksheet of(byte[] workbook) {
        var parts = new ArrayList<Document>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            var xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("xl/(sharedStrings|worksheets/.*)\\.xml")) {
                    parts.add(xml.parse(new ByteArrayInputStream(zip.readAllBytes())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
        return new Worksheet(parts);
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
                .map(Node::getTextContent)
                .toList();
    }

    private Stream<Element> elements(String name) {
        return parts.stream()
                .map(part -> part.getElementsByTagNameNS("*", name))
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(found::item))
                .map(Element.class::cast);
    }
}
