package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jailoo.history.Sha256;
import org.jailoo.notebook.Notebook;

/** The mark of a notebook in the sheets that it writes: it tells notebooks apart and says nothing else of them. */
final class SheetMark {
    private static final int DIGITS = 32;

    private SheetMark() {}

    static String of(Notebook notebook) {
        byte[] hash = Sha256.of(("jailoo sheet 1\n" + notebook.device().deviceId()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    }
}
