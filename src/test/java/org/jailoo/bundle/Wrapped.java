package org.jailoo.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.DeviceKeys;

/** Bytes in layers, made without what the bundle package writes. */
final class Wrapped {
    private Wrapped() {}

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] gunzip(byte[] bytes) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }

    static byte[] age(byte[] bytes, DeviceKeys... readers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> recipients =
                java.util.Arrays.stream(readers).map(DeviceKeys::recipient).toList();
        try (OutputStream age = AgeEnvelope.encryptTo(out, recipients)) {
            age.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] agePassphrase(byte[] bytes, String passphrase) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream age = AgeEnvelope.encryptWithPassphrase(out, passphrase.toCharArray(), 10)) {
            age.write(bytes);
        }
        return out.toByteArray();
    }

    /** What comes out of a gzip file without options, cut anywhere, by the JDK's inflater alone. */
    static byte[] inflatePrefix(byte[] gzip, int cut) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(gzip, 10, Math.max(0, cut - 10));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        for (int n = inflater.inflate(block); n > 0; n = inflater.inflate(block)) {
            out.write(block, 0, n);
        }
        inflater.end();
        return out.toByteArray();
    }
}
