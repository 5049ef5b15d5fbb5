package org.jailoo.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.bundle.Trust.Standing;
import org.jspecify.annotations.Nullable;

/** One reading of a file, as Chynara would who trusts Aida and knows nobody else. */
final class Attempt {
    static final String ACCEPTED = "accepted";

    Trust trust = device -> device.equals(Devices.AIDA.deviceId()) ? Standing.TRUSTED : Standing.UNKNOWN;
    boolean trustSender;
    List<String> identities = List.of(Devices.CHYNARA.identity());
    char @Nullable [] passphrase;
    Progress progress = Progress.NONE;
    Staging staging = new MemoryStaging();

    @Nullable
    Bundle bundle;

    String detail = "";

    /** The code of the reason, or {@link #ACCEPTED}. */
    static String of(byte[] file) throws IOException {
        return new Attempt().read(file);
    }

    static String of(String file) throws IOException {
        return of(BundleBuilder.utf8(file));
    }

    String read(byte[] file) throws IOException {
        return read(new ByteArrayInputStream(file));
    }

    String read(InputStream file) throws IOException {
        try (UnverifiedBundle opened = UnverifiedBundle.open(file, identities, passphrase, progress)) {
            bundle = opened.verify(trust, trustSender, staging, ForkJoinPool.commonPool());
            return ACCEPTED;
        } catch (BundleRefused refused) {
            detail = refused.detail();
            return refused.reason().code();
        }
    }
}
