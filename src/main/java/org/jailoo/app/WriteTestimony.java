package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.consent.Use;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.media.MediaType;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.office.PasswordProtection;
import org.jailoo.testimony.Destination;
import org.jailoo.testimony.Receiver;
import org.jailoo.testimony.Testimony;
import org.jailoo.testimony.Testimony.Custody;
import org.jailoo.testimony.TestimonyPaper;
import org.jspecify.annotations.Nullable;

/** Writes one testimony as a document for a receiver, as far as she agreed to that receiver; names are never in it. */
public final class WriteTestimony {
    private static final String TYPE = "interview";
    private static final String PARTICIPANTS = "participants/";
    private static final String ATTACHMENTS = "attachments/";

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public WriteTestimony(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What to write.
     *
     * @param abroad whether the receiver is in another country
     * @param language of the document, as ISO 639-1
     */
    public record Order(String interview, Receiver receiver, boolean abroad, String language) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The document is where it was wanted.
         *
         * @param entry the number under which the custody log notes it
         */
        record Written(long entry) implements Outcome {}

        /** Nothing was written: the person did not agree to this receiver, or there is nothing to write. */
        record Refused(Answer why) implements Outcome {}
    }

    /** Whether each receiver may get a testimony today, and if not, why. */
    public Map<Receiver, Answer> answers(String interview, boolean abroad) {
        return notebook.reading(at -> {
            Map<Receiver, Answer> answers = new EnumMap<>(Receiver.class);
            Optional<RecordState> state = at.revisions().visible(interview);
            for (Receiver receiver : Receiver.values()) {
                answers.put(
                        receiver,
                        state.map(found -> reading(at, found)
                                        .shared(new Guarded(found), receiver.uses(abroad))
                                        .answer())
                                .orElse(Answer.GONE));
            }
            return answers;
        });
    }

    /**
     * Writes the document; it appears whole or not at all.
     *
     * @param password empty for a document that anybody can open; stays with the caller, who wipes it
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public Outcome write(Order order, Path out, char[] password, Steps steps) throws IOException {
        steps.done(0, 3);
        Map<String, String> kinds = kinds(order.interview());
        steps.done(1, 3);
        Destination destination = new Destination(order.receiver(), order.abroad(), order.language(), today());
        Gathered gathered = notebook.reading(at -> at.revisions()
                .visible(order.interview())
                .filter(state -> state.type().equals(TYPE))
                .map(state -> gather(at, state, destination, kinds))
                .orElse(new Gathered(Answer.GONE, null)));
        Testimony testimony = gathered.testimony();
        if (testimony == null) {
            return new Outcome.Refused(gathered.answer());
        }
        steps.done(2, 3);
        return PasswordProtection.write(out, password, to -> {
            // Noted before the file bears its name: one noted in vain is harmless, and the number stands in the
            // document.
            Custody noted = note(order, testimony.custody());
            new TestimonyPaper(notebook.schema(), destination).write(testimony.noted(noted), to);
            steps.done(3, 3);
            return new Outcome.Written(noted.entry());
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private Reading reading(Snapshot at, RecordState state) {
        Children children = FileConsent.children(at, state);
        return new Reading(new Disclosure(at.schema()), Audience.TEAM, today(), children);
    }

    /** What was gathered, or why nothing may be. */
    private record Gathered(Answer answer, @Nullable Testimony testimony) {}

    private Gathered gather(Snapshot at, RecordState state, Destination to, Map<String, String> kinds) {
        Set<Use> uses = to.uses();
        Reading reading = reading(at, state);
        Guarded guarded = new Guarded(state);
        Disclosed interview = reading.shared(guarded, uses);
        if (!interview.answer().isYes()) {
            return new Gathered(interview.answer(), null);
        }
        List<Disclosed> speakers = new ArrayList<>();
        below(interview, PARTICIPANTS)
                .forEach(id -> at.revisions()
                        .visible(id)
                        .map(Guarded::new)
                        .ifPresent(speaker -> speakers.add(reading.besides(speaker, guarded, uses))));
        Set<Use> all = new HashSet<>(uses);
        all.add(Use.KEEP);
        FileConsent files = new FileConsent(at, to.day(), all);
        Map<String, Answer> listed = new HashMap<>();
        hashes(interview).forEach(hash -> listed.put(hash, files.answer(hash, kinds.getOrDefault(hash, ""))));
        return new Gathered(
                Answer.YES,
                new Testimony(
                        interview,
                        reading.quoting(guarded, uses),
                        campaign(at, interview, to),
                        speakers,
                        listed,
                        custody(at, state)));
    }

    private static List<String> below(Disclosed record, String beginning) {
        return record.values().tailMap(beginning).keySet().stream()
                .takeWhile(path -> path.startsWith(beginning))
                .map(path -> path.substring(beginning.length()))
                .toList();
    }

    private static List<String> hashes(Disclosed interview) {
        List<String> hashes = new ArrayList<>();
        for (String item : below(interview, ATTACHMENTS)) {
            String hash =
                    interview.values().get(ATTACHMENTS + item) instanceof Json.Obj file ? file.text("sha256") : null;
            if (hash != null) {
                hashes.add(hash);
            }
        }
        return hashes;
    }

    /** Of each file what its bytes say that it is; read before, for that takes its time. */
    private Map<String, String> kinds(String interview) throws IOException {
        List<String> hashes = notebook.reading(at -> at.revisions()
                .visible(interview)
                .map(state -> hashes(reading(at, state).shown(new Guarded(state))))
                .orElse(List.of()));
        Map<String, String> kinds = new HashMap<>();
        for (String hash : hashes) {
            HeldFile held = HeldFile.find(notebook, hash);
            kinds.put(hash, held == null ? MediaType.UNKNOWN : MediaType.of(held));
        }
        return kinds;
    }

    /** Outside of the team a campaign is called what everybody may read of it. */
    private String campaign(Snapshot at, Disclosed interview, Destination to) {
        if (!(interview.values().get("campaign") instanceof Json.Text id)) {
            return "";
        }
        Audience audience = to.receiver() == Receiver.TEAM ? Audience.TEAM : Audience.PUBLIC;
        Reading reading = new Reading(new Disclosure(at.schema()), audience, to.day(), Children.UNKNOWN);
        return at.revisions()
                .visible(id.value())
                .map(state -> reading.shown(new Guarded(state)).values().get("title"))
                .filter(Json.Text.class::isInstance)
                .map(title -> ((Json.Text) title).value())
                .orElse("");
    }

    /** What the log says of it; the entry of this document comes later. */
    private Custody custody(Snapshot at, RecordState state) {
        String recorded = "";
        String changed = "";
        for (CustodyLog.Entry entry : at.custody().of(state.record())) {
            switch (entry.note().what()) {
                case INTAKE, IMPORT -> recorded = recorded.isEmpty() ? day(entry) : recorded;
                case CHANGE -> changed = day(entry);
                default -> {
                    // Says nothing of where it comes from.
                }
            }
        }
        return new Custody(recorded, changed, state.parentsOfNextEdit(), 0, "");
    }

    private String day(CustodyLog.Entry entry) {
        return LocalDate.ofInstant(Instant.parse(entry.time()), zone).toString();
    }

    private Custody note(Order order, Custody before) {
        String about = "testimony-" + order.receiver().code()
                + (order.abroad() && order.receiver() != Receiver.TEAM ? "-abroad" : "");
        return notebook.inTransaction(() -> {
            CustodyLog log = notebook.custody();
            log.note(Content.timeText(clock.instant()), CustodyLog.Note.ofRecord(What.COPY, order.interview(), about));
            return new Custody(before.recorded(), before.changed(), before.heads(), log.count(), log.seal());
        });
    }
}
