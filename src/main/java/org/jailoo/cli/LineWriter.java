package org.jailoo.cli;

import java.io.Writer;
import java.util.function.Consumer;

/**
 * A stream of ours for picocli, which prints help: line by line, for a writer over a stream would write in the charset
 * of the platform.
 */
final class LineWriter extends Writer {
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == '\n') {
                lines.accept(line.toString());
                line.setLength(0);
            } else if (chars[i] != '\r') {
                line.append(chars[i]);
            }
        }
    }

    @Override
    public void flush() {
        // Half a line waits for its other half.
    }

    @Override
    public void close() {
        if (!line.isEmpty()) {
            lines.accept(line.toString());
            line.setLength(0);
        }
    }
}
