package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jailoo.app.TeamRefused.Why;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.TeamList;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/** A team list as a file: its canonical bytes and nothing else, so that no byte can be another one. */
public final class TeamFile {
    /** How the names of such files end. */
    public static final String ENDING = ".jailoo-team";

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 8;

    private TeamFile() {}

    /** Writes a list into a new file; one that is there is left as it is. */
    public static void write(TeamList list, Path file) throws IOException {
        BundleFile.write(file, new Envelope.Plain(), stream -> {
            stream.write(list.canonicalBytes());
            return list;
        });
    }

    /** The verified list that a file holds. */
    public static TeamList read(Path file) throws IOException, TeamRefused {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MAX_BYTES + 1));
        }
    }

    static TeamList parse(byte[] bytes) throws TeamRefused {
        if (bytes.length > MAX_BYTES) {
            throw new TeamRefused(Why.NOT_A_LIST);
        }
        try {
            if (JsonReader.parse(bytes, MAX_DEPTH) instanceof Json.Obj json) {
                TeamList list = TeamList.parse(json);
                if (!Arrays.equals(list.canonicalBytes(), bytes)) {
                    throw new TeamRefused(Why.ALTERED);
                }
                return list;
            }
        } catch (JsonException e) {
            throw new TeamRefused(e.kind() == JsonException.Kind.TRUNCATED ? Why.TRUNCATED : Why.NOT_A_LIST);
        } catch (IdentityException e) {
            throw new TeamRefused(
                    switch (e.reason()) {
                        case MALFORMED -> Why.NOT_A_LIST;
                        case NEWER_VERSION -> Why.NEWER_VERSION;
                        case ALTERED -> Why.ALTERED;
                    });
        }
        throw new TeamRefused(Why.NOT_A_LIST);
    }
}
