package org.jailoo.fuzz;

import java.io.IOException;
import java.io.InputStream;
import org.jailoo.media.Bytes;
import org.jailoo.media.MediaType;
import org.jailoo.media.Picture;
import org.jailoo.media.Stripped;
import org.jailoo.media.Told;
import org.jailoo.sound.NotPlayable;
import org.jailoo.sound.Sound;

/** The readers of files that are added to a record: what they are, what they tell, how they look and sound. */
public final class MediaTarget {
    private static final int PIECES = 40;

    private MediaTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(MediaTarget::take, input);
    }

    private static void take(byte[] input) throws IOException {
        Bytes bytes = Bytes.of(input);
        String type = MediaType.of(bytes);
        // These two are asked of every file that is added, and must have an answer.
        Told told = Told.of(bytes, type);
        Sound.seconds(bytes, type);
        if (Stripped.knows(type)) {
            strip(bytes, type, told.orientation());
        }
        if (MediaType.isPicture(type)) {
            draw(bytes, told.orientation());
        }
        if (MediaType.isSound(type)) {
            play(bytes, type);
        }
    }

    private static void strip(Bytes bytes, String type, int orientation) throws IOException {
        byte[] copy;
        try (InputStream in = Stripped.of(bytes, type, orientation)) {
            if (in == null) {
                return;
            }
            copy = in.readAllBytes();
        }
        Promise.equal(MediaType.of(Bytes.of(copy)), type, "a copy is of the same type");
        Told told = Told.of(Bytes.of(copy), type);
        Promise.holds(!told.place() && !told.device() && told.taken() == null, "a copy tells nothing: " + told);
    }

    private static void draw(Bytes bytes, int orientation) {
        try {
            Picture picture = Picture.read(bytes, orientation, 64, 64);
            Promise.holds(
                    picture.dots().length == picture.width() * picture.height(),
                    "as many dots as width and height say");
        } catch (IOException e) {
            // It is told that it cannot be shown.
            return;
        }
    }

    private static void play(Bytes bytes, String type) {
        try {
            Sound sound = Sound.open(bytes, type);
            Promise.holds(sound.channels() > 0 && sound.rate() > 0, "a sound has a channel and a rate");
            Promise.holds(sound.seconds() >= 0, "a sound has a length: " + sound.seconds());
            for (int round = 0; round < 3; round++) {
                int left = PIECES;
                for (short[] piece = sound.next(); piece != null && left > 0; piece = sound.next()) {
                    left--;
                }
                sound.seek(sound.seconds() * (2 - round) / 2);
            }
        } catch (NotPlayable | IOException e) {
            // It is told that it cannot be played.
            return;
        }
    }
}
