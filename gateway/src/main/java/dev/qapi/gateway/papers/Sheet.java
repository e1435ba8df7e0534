package dev.qapi.gateway.papers;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One page that is written from top to bottom. Lengths are in points. */
final class Sheet implements Closeable {
    private static final float MARGIN = 57;
    private static final float LABEL = 190;
    private static final float LEADING = 1.4f;
    private static final float TEXT = 11;
    private static final float SMALL = 8.5f;
    private static final float HEADING = 18;
    private static final float CODE = 190;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final PDPageContentStream page;
    private float y = PDRectangle.A4.getHeight() - MARGIN;

    Sheet(String language, String title, Instant at) throws IOException {
        font = Archive.prepare(document, language, title, at);
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
    }

    void heading(String text) {
        wrapped(text, HEADING, MARGIN, width());
        y -= HEADING;
    }

    void line(String label, String value) {
        var top = y;
        wrapped(label, TEXT, MARGIN, LABEL - TEXT);
        var below = y;
        y = top;
        wrapped(value, TEXT, MARGIN + LABEL, width() - LABEL);
        y = Math.min(y, below) - TEXT / 2;
    }

    void note(String text) {
        wrapped(text, SMALL, MARGIN, width());
        y -= SMALL / 2;
    }

    /** As rectangles: sharp at any size, and no image. */
    void code(String text) {
        draw(() -> {
            var modules = QrCode.of(text);
            var module = CODE / modules.getWidth();
            y -= TEXT;
            for (var row = 0; row < modules.getHeight(); row++) {
                for (var column = 0; column < modules.getWidth(); column++) {
                    if (modules.get(column, row)) {
                        page.addRect(MARGIN + column * module, y - (row + 1) * module, module, module);
                    }
                }
            }
            page.fill();
            y -= CODE + 2 * TEXT;
        });
    }

    byte[] bytes() throws IOException {
        page.close();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private void wrapped(String text, float size, float x, float width) {
        draw(() -> {
            for (var line : lines(text, size, width)) {
                y -= size * LEADING;
                page.beginText();
                page.setFont(font, size);
                page.newLineAtOffset(x, y);
                page.showText(line);
                page.endText();
            }
        });
    }

    private List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split("\\s+")) {
            var longer = line.isEmpty() ? word : line + ' ' + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private interface Drawing {
        void run() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
