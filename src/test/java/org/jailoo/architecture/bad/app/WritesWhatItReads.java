package org.jailoo.architecture.bad.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jailoo.architecture.bad.history.RecordState;

public final class WritesWhatItReads {
    private WritesWhatItReads() {}

    public static void write(RecordState state, Path file) throws IOException {
        Files.writeString(file, String.join("\n", state.values().values()));
    }
}
