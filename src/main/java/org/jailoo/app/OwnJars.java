package org.jailoo.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The jars of the installed program, whose times the virtual machine compares with its archive for a fast start. A copy
 * to a stick, or an installer that keeps local time, changes them; put right once, the next start is fast again.
 */
public final class OwnJars {
    /** The property in which an installed program is told the time of its jars, as ISO 8601. */
    public static final String TIME = "jailoo.jars.time";

    private OwnJars() {}

    /**
     * Gives the jars of a class path their time again; where they may not be written, the start stays slower.
     *
     * @param time null where the program was not installed
     */
    public static void settle(@Nullable String time, String classPath) {
        if (time == null) {
            return;
        }
        FileTime right = FileTime.from(Instant.parse(time));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            try {
                if (Files.isRegularFile(jar) && !Files.getLastModifiedTime(jar).equals(right)) {
                    Files.setLastModifiedTime(jar, right);
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
