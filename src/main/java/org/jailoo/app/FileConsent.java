package org.jailoo.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Part;
import org.jailoo.consent.Question;
import org.jailoo.consent.Use;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Snapshot;

/** Whether a held file may leave the notebook by itself, by the consent of every record that ever named it. */
final class FileConsent {
    private static final String FIELD = "attachments";
    private static final String PARTICIPANTS = "participants/";

    private final Snapshot at;
    private final LocalDate day;
    private final Set<Use> uses;
    private final Disclosure disclosure;

    FileConsent(Snapshot at, LocalDate day) {
        this(at, day, Set.of(Use.KEEP));
    }

    /** For more than being kept: each of these uses has to be granted. */
    FileConsent(Snapshot at, LocalDate day, Set<Use> uses) {
        this.at = at;
        this.day = day;
        this.uses = Set.copyOf(uses);
        this.disclosure = new Disclosure(at.schema());
    }

    /**
     * The first no there is, or yes. What no record names yet has nobody's consent.
     *
     * @param bytesSay the media type that the bytes tell; a record can say anything
     */
    Answer answer(String sha256, String bytesSay) {
        List<String> records = at.attachments().recordsNaming(sha256);
        if (records.isEmpty()) {
            return Answer.CONSENT_MISSING;
        }
        for (String record : records) {
            Optional<RecordState> state = at.revisions().visible(record);
            Answer answer = state.isEmpty() ? Answer.UNKNOWN : answer(state.get(), sha256, bytesSay);
            if (!answer.isYes()) {
                return answer;
            }
        }
        return Answer.YES;
    }

    private Answer answer(RecordState record, String sha256, String bytesSay) {
        boolean child = children(at, record).among(record, day);
        for (Part.File file : files(record, sha256, bytesSay)) {
            for (Use use : uses) {
                Answer answer = disclosure.answer(new Question(record, file, use, Audience.TEAM, day, child));
                if (!answer.isYes()) {
                    return answer;
                }
            }
        }
        return Answer.YES;
    }

    /** What is known of the ages of those whom a record names. */
    static Children children(Snapshot at, RecordState record) {
        Children children = new Children();
        Set<String> paths = new TreeSet<>(record.values().keySet());
        paths.addAll(record.conflicts().keySet());
        for (String path : paths) {
            if (path.startsWith(PARTICIPANTS)) {
                at.revisions()
                        .visible(path.substring(PARTICIPANTS.length()))
                        .map(Guarded::new)
                        .ifPresent(children::take);
            }
        }
        return children;
    }

    /** The file as the record names it, in every way it does, and as its bytes say. */
    private static List<Part.File> files(RecordState record, String sha256, String bytesSay) {
        List<Part.File> files = new ArrayList<>();
        record.values().forEach((path, value) -> add(path, value, sha256, bytesSay, files));
        record.conflicts()
                .forEach((path, values) -> values.forEach(value -> add(path, value, sha256, bytesSay, files)));
        if (files.isEmpty()) {
            // It was taken out, and is of the same person all the same.
            files.add(new Part.File(FIELD, bytesSay));
        }
        return files;
    }

    private static void add(String path, Json value, String sha256, String bytesSay, List<Part.File> files) {
        int slash = path.indexOf('/');
        if (slash > 0 && value instanceof Json.Obj item && sha256.equals(item.text("sha256"))) {
            String said = item.text("mediaType");
            files.add(new Part.File(path.substring(0, slash), said == null ? "" : said));
            files.add(new Part.File(path.substring(0, slash), bytesSay));
        }
    }
}
