package org.jailoo.ui.lock;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jailoo.history.Sha256;

/** The clipboard of the system. */
final class SystemBoard implements Copied.Board {
    @Override
    public Optional<String> hash() {
        try {
            String text = Clipboard.getSystemClipboard().getString();
            return text == null || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
        } catch (RuntimeException e) {
            // Another program holds it, or has died with it.
            return Optional.empty();
        }
    }

    @Override
    public void clear() {
        // An empty text takes the place of whatever form the words lay there in.
        ClipboardContent nothing = new ClipboardContent();
        nothing.putString("");
        Clipboard.getSystemClipboard().setContent(nothing);
        Clipboard.getSystemClipboard().clear();
    }
}
