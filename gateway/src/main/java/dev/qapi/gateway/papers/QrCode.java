package dev.qapi.gateway.papers;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A code that a telephone reads (ISO/IEC 18004), readable though a seventh of it is stained. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /** One bit per module, the quiet zone included. */
    static BitMatrix of(String text) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            var modules = new BitMatrix(code.getWidth() + 2 * QUIET, code.getHeight() + 2 * QUIET);
            for (var y = 0; y < code.getHeight(); y++) {
                for (var x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y) == 1) {
                        modules.set(x + QUIET, y + QUIET);
                    }
                }
            }
            return modules;
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a code", e);
        }
    }
}
