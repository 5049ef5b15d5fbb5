package org.jailoo.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jailoo.identity.AgeEnvelope;

/** What a bundle is wrapped in when it is written (bundle.md §5). */
public sealed interface Envelope {
    /** The JSON as it is: readable by anybody, and written only where a person chose so. */
    record Plain() implements Envelope {}

    /** Compressed, and readable by anybody. */
    record Gzip() implements Envelope {}

    /** Compressed, then encrypted to these recipients, {@code age1…}: a hand-over in the field. */
    record ToRecipients(List<String> recipients) implements Envelope {
        public ToRecipients {
            recipients = List.copyOf(recipients);
        }
    }

    /** Compressed, then encrypted under a passphrase. Holds the caller's characters and does not wipe them. */
    final class WithPassphrase implements Envelope {
        private final char[] passphrase;
        private final int workFactor;

        /** With the work factor of the age tool's own, or another as {@link AgeEnvelope#encryptWithPassphrase} has it. */
        @SuppressWarnings("ArrayIsStoredDirectly")
        public WithPassphrase(char[] passphrase, int workFactor) {
            this.passphrase = passphrase;
            this.workFactor = workFactor;
        }
    }

    /** Wraps a stream; closing the result finishes the envelope and closes the target. */
    default OutputStream wrap(OutputStream target) throws IOException {
        if (this instanceof Plain) {
            return target;
        }
        if (this instanceof ToRecipients to) {
            return gzip(AgeEnvelope.encryptTo(target, to.recipients()));
        }
        if (this instanceof WithPassphrase with) {
            return gzip(AgeEnvelope.encryptWithPassphrase(target, with.passphrase, with.workFactor));
        }
        return gzip(target);
    }

    private static OutputStream gzip(OutputStream target) throws IOException {
        return new GzipMemberOutput(new BufferedOutputStream(target, 64 * 1024));
    }
}
