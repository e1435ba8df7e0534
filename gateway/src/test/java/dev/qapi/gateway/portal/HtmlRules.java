package dev.qapi.gateway.portal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The checker of the W3C and the WHATWG, within this process. */
final class HtmlRules {

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator();
    private final Broken broken = new Broken();

    HtmlRules() throws Exception {
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Broken()); // read from its own jar
        validator.setUpValidatorAndParsers(broken, false, false);
    }

    /** Each rule that {@code page} breaks, with the line. */
    List<String> brokenBy(Seen page) throws IOException, SAXException {
        broken.found.clear();
        validator.checkHtmlInputSource(new InputSource(new StringReader(page.html())));
        return broken.found.stream().map(found -> page + " " + found).toList();
    }

    private static final class Broken implements ErrorHandler {
        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException flaw) {}

        @Override
        public void error(SAXParseException flaw) {
            found.add(flaw.getLineNumber() + ": " + flaw.getMessage());
        }

        @Override
        public void fatalError(SAXParseException flaw) {
            error(flaw);
        }
    }
}
