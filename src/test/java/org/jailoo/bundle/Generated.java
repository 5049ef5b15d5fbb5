package org.jailoo.bundle;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes that are made while they are read: inputs larger than the heap. */
final class Generated {
    private final List<InputStream> parts = new ArrayList<>();

    Generated text(String text) {
        parts.add(new ByteArrayInputStream(BundleBuilder.utf8(text)));
        return this;
    }

    /** The same text so many times. */
    Generated repeat(String text, long times) {
        byte[] unit = BundleBuilder.utf8(text);
        parts.add(new InputStream() {
            private final long length = unit.length * times;
            private long at;

            @Override
            public int read() {
                return at == length ? -1 : unit[(int) (at++ % unit.length)] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                if (at == length) {
                    return -1;
                }
                int n = (int) Math.min(count, length - at);
                for (int i = 0; i < n; i++) {
                    into[offset + i] = unit[(int) ((at + i) % unit.length)];
                }
                at += n;
                return n;
            }
        });
        return this;
    }

    InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
