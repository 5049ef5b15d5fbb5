package org.jailoo.sound;

import java.io.IOException;
import org.jailoo.media.Bytes;
import org.jailoo.media.MediaType;
import org.jspecify.annotations.Nullable;

/** A recording that is being decoded: samples of 16 bits, the channels in turn. For one thread. */
public interface Sound {
    /** Samples a second and channel. */
    int rate();

    int channels();

    /** How long it is, in seconds. */
    double seconds();

    /** The next samples; null at the end. */
    short @Nullable [] next() throws IOException;

    /** Goes on from a place; where it really goes on from, in seconds. */
    double seek(double seconds) throws IOException;

    /**
     * Opens a recording of a media type.
     *
     * @throws NotPlayable where it cannot be decoded here
     * @throws IOException where it cannot be read
     */
    static Sound open(Bytes bytes, String type) throws IOException, NotPlayable {
        try {
            return switch (type) {
                case "audio/wav" -> new WavSound(bytes);
                case "audio/mpeg" -> new Mp3Sound(bytes);
                case "audio/aac" -> AacSound.adts(bytes);
                case "audio/opus" -> new OpusSound(bytes);
                case "audio/ogg" -> new VorbisSound(bytes);
                case "audio/mp4", "audio/3gpp", "video/mp4", "video/3gpp", "video/quicktime" -> AacSound.boxes(bytes);
                default -> throw new NotPlayable(type);
            };
        } catch (RuntimeException e) {
            // The decoders take what comes, and fail in many ways on what is broken.
            throw new NotPlayable(type, e);
        } catch (OutOfMemoryError e) {
            // The head of a file asked for more than there is; nothing of it was given, and the program goes on.
            throw new NotPlayable(type, e);
        }
    }

    /** How long a recording is, in whole seconds; null where that cannot be told. A broken one is kept all the same. */
    static @Nullable Integer seconds(Bytes bytes, String type) {
        if (!MediaType.isSound(type)) {
            return null;
        }
        try {
            return (int) Math.round(open(bytes, type).seconds());
        } catch (NotPlayable | IOException e) {
            return null;
        }
    }
}
