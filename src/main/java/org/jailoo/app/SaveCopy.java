package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.Content;
import org.jailoo.media.MediaType;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;

/** Writes a held file out of the notebook, where anybody can read it: done because a person asked for it, never else. */
public final class SaveCopy {
    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public SaveCopy(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /** A copy that consent does not allow; nothing was written. */
    public static final class Withheld extends Exception {
        private final Answer why;

        Withheld(Answer why) {
            super(why.name());
            this.why = why;
        }

        public Answer why() {
            return why;
        }
    }

    /** Whether consent allows a copy: every record that names the file, now or in its history, has to. */
    public Answer answer(String sha256) throws IOException {
        HeldFile held = HeldFile.find(notebook, sha256);
        String bytesSay = held == null ? MediaType.UNKNOWN : MediaType.of(held);
        LocalDate day = LocalDate.now(clock.withZone(zone));
        return notebook.reading(at -> new FileConsent(at, day).answer(sha256, bytesSay));
    }

    /**
     * Writes it whole or not at all; what bears the name already is never overwritten.
     *
     * @throws Withheld if consent does not allow it
     */
    public Path save(String sha256, Path target, Steps steps) throws IOException, Withheld {
        Answer answer = answer(sha256);
        if (!answer.isYes()) {
            throw new Withheld(answer);
        }
        HeldFile held = HeldFile.find(notebook, sha256);
        if (held == null) {
            throw new NoSuchFileException(target.toString());
        }
        return BundleFile.write(target, new Envelope.Plain(), out -> {
            try (InputStream in = held.stream(0)) {
                long done = 0;
                for (byte[] part = in.readNBytes(Attachments.CHUNK);
                        part.length > 0;
                        part = in.readNBytes(Attachments.CHUNK)) {
                    out.write(part);
                    done += part.length;
                    steps.done(done, held.size());
                }
            }
            // Before the file bears its name: one noted in vain is harmless.
            note(sha256);
            return target;
        });
    }

    /** Which record the file is of; not its hash, which would prove later what was in an erased one. */
    private void note(String sha256) {
        notebook.inTransaction(() -> {
            String now = Content.timeText(clock.instant());
            List<String> records = notebook.attachments().recordsNaming(sha256);
            records.forEach(
                    record -> notebook.custody().note(now, CustodyLog.Note.ofRecord(What.COPY, record, "file")));
            if (records.isEmpty()) {
                notebook.custody().note(now, new CustodyLog.Note(What.COPY, null, "file", -1));
            }
            return now;
        });
    }
}
