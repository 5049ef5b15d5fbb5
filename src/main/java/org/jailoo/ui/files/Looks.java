package org.jailoo.ui.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jailoo.app.HeldFile;
import org.jailoo.media.MediaType;
import org.jailoo.media.Picture;
import org.jailoo.media.Told;
import org.jspecify.annotations.Nullable;

/** What files look like, in memory alone: the last ones that were shown, forgotten at the lock. */
final class Looks {
    static final int SMALL = 112;
    private static final int KEPT = 80;

    private final Shelf shelf;
    private final Map<String, Look> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, List<Consumer<Look>>> asked = new HashMap<>();

    Looks(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * What a file looks like.
     *
     * @param held whether the notebook has its bytes
     * @param small null where it cannot be drawn
     */
    record Look(boolean held, @Nullable Image small, Told told) {}

    /** Looks at a file off the window's thread; at once where it was looked at lately. */
    void look(String sha256, String type, Consumer<Look> then) {
        Look known = kept.get(sha256);
        if (known != null) {
            then.accept(known);
            return;
        }
        List<Consumer<Look>> waiting = asked.get(sha256);
        if (waiting != null) {
            waiting.add(then);
            return;
        }
        asked.put(sha256, new ArrayList<>(List.of(then)));
        shelf.tasks()
                .of(watch -> read(sha256, type))
                .onSuccess(look -> {
                    // What is not held may come with the next bundle.
                    if (look.held()) {
                        kept.put(sha256, look);
                    }
                    if (kept.size() > KEPT) {
                        kept.remove(kept.keySet().iterator().next());
                    }
                    List<Consumer<Look>> all = asked.remove(sha256);
                    if (all != null) {
                        all.forEach(one -> one.accept(look));
                    }
                })
                .start();
    }

    private Look read(String sha256, String type) {
        HeldFile held = shelf.find().apply(sha256);
        if (held == null) {
            return new Look(false, null, Told.NOTHING);
        }
        Told told = Told.NOTHING;
        try {
            told = Told.of(held, type);
            return new Look(true, MediaType.isDrawn(type) ? image(held, told, SMALL, SMALL) : null, told);
        } catch (IOException e) {
            // A picture that is broken is a file all the same.
            return new Look(true, null, told);
        }
    }

    /** A picture as large as a box allows; decoded small, so that memory does not grow with it. */
    void large(String sha256, String type, int width, int height, Consumer<@Nullable Image> then) {
        shelf.tasks()
                .of(watch -> large(sha256, type, width, height))
                .onSuccess(found -> then.accept(found.orElse(null)))
                .start();
    }

    private Optional<Image> large(String sha256, String type, int width, int height) {
        HeldFile held = shelf.find().apply(sha256);
        try {
            return held == null ? Optional.empty() : Optional.of(image(held, Told.of(held, type), width, height));
        } catch (IOException e) {
            // Broken: whoever asked says so.
            return Optional.empty();
        }
    }

    private static Image image(HeldFile held, Told told, int width, int height) throws IOException {
        Picture picture = Picture.read(held, told.orientation(), width, height);
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.dots(),
                        0,
                        picture.width());
        return image;
    }

    void forget() {
        kept.clear();
        asked.clear();
    }
}
