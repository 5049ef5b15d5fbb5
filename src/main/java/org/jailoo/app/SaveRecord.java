package org.jailoo.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.Problem;
import org.jailoo.record.RecordId;
import org.jailoo.record.Validation;
import org.jspecify.annotations.Nullable;

/** Saves what a person changed in a record, as one revision; the draft of it ends with that. */
public final class SaveRecord {
    private final Notebook notebook;
    private final Clock clock;
    private final Validation validation;
    private final SecureRandom random = new SecureRandom();

    public SaveRecord(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
        this.validation = new Validation(notebook.schema());
    }

    /**
     * A form that was opened on a record.
     *
     * @param parents the heads of the record when the form was opened, or after its last save that save alone: what
     *     the person knew. Taken at saving they would settle, silently, what an import brought in between.
     */
    public record Form(String record, String type, List<String> parents) {
        public Form {
            parents = List.copyOf(parents);
        }
    }

    /** What became of a save. */
    public sealed interface Outcome {}

    /** It is on the disk; the form goes on from here. */
    public record Saved(String revision, Form form) implements Outcome {}

    /** The change set holds what the record types do not know; nothing was saved. */
    public record Refused(List<Problem> problems) implements Outcome {}

    /** The record is of another type; nothing was saved. */
    public record OtherType(String type) implements Outcome {}

    /** The record was erased because a person withdrew consent; nothing was saved. */
    public record Purged() implements Outcome {}

    /** The change set is over a limit of the format; nothing was saved. */
    public record TooLarge() implements Outcome {}

    /** A form on a record as it stands now; on an unknown one, or on none, a form for a new record. */
    public Form open(String type, @Nullable String record) {
        if (record == null) {
            return new Form(RecordId.random(), type, List.of());
        }
        Optional<RecordState> state = notebook.reading(at -> at.revisions().visible(record));
        return new Form(record, type, state.map(RecordState::parentsOfNextEdit).orElse(List.of()));
    }

    /**
     * Saves a change set.
     *
     * @param body exactly the paths that the person changed or resolved; {@code null} clears one
     * @throws org.jailoo.notebook.NotebookException {@code IDENTITIES_CLOSED} where the record says who a person is, or
     *     may, while they are closed; nothing was saved
     */
    public Outcome save(Form form, Json.Obj body) {
        return save(form, body, true);
    }

    /** Whether a change set holds nothing that the record types do not know, but what already stands in the record. */
    boolean takes(Form form, Json.Obj body) {
        return newProblems(form, body).isEmpty();
    }

    /** The same beside the form of the record: what is typed there, and not saved yet, stays a draft. */
    public Outcome saveBeside(Form form, Json.Obj body) {
        return save(form, body, false);
    }

    private Outcome save(Form form, Json.Obj body, boolean draftEnds) {
        if (!notebook.schema().codeSafe(form.type())) {
            notebook.identities().require();
        }
        List<Problem> problems = newProblems(form, body);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        byte[] salt = new byte[Content.SALT_BYTES];
        random.nextBytes(salt);
        Content content;
        try {
            content = Content.of(salt, Content.timeText(clock.instant()), body);
        } catch (FormatException e) {
            return new TooLarge();
        }
        return notebook.inTransaction(() -> {
            Optional<RecordState> state = notebook.revisions().visible(form.record());
            if (state.isPresent() && state.get().purged()) {
                return new Purged();
            }
            if (state.isPresent() && !state.get().type().equals(form.type())) {
                return new OtherType(state.get().type());
            }
            Header header = Header.edit(
                    form.record(),
                    form.type(),
                    form.parents(),
                    notebook.self(),
                    notebook.revisions().nextSeq(notebook.self()),
                    content.hash());
            Revision revision = Signing.sign(notebook, header, content);
            notebook.changing(form.record(), () -> notebook.revisions().add(revision, null));
            if (draftEnds) {
                notebook.drafts().remove(form.record());
            }
            NextCode.taken(notebook, body);
            notebook.custody()
                    .note(
                            content.time(),
                            CustodyLog.Note.ofRecord(
                                    state.isEmpty() ? What.INTAKE : What.CHANGE, form.record(), revision.id()));
            return new Saved(revision.id(), new Form(form.record(), form.type(), List.of(revision.id())));
        });
    }

    /**
     * What is wrong with a change set and was not in the record before: a group or an item is written whole, and keeps
     * the members and codes that a newer version gave it.
     */
    private List<Problem> newProblems(Form form, Json.Obj body) {
        List<Problem> problems = validation.check(form.type(), body);
        if (problems.isEmpty()) {
            return problems;
        }
        Set<Problem> before = new HashSet<>();
        for (Held held : notebook.revisions().heldOf(form.record())) {
            if (held.body() != null) {
                TreeMap<String, Json> same = new TreeMap<>(held.body().members());
                same.keySet().retainAll(body.members().keySet());
                before.addAll(validation.check(form.type(), new Json.Obj(same)));
            }
        }
        return problems.stream()
                .filter(p -> !before.contains(p) || p.path().isEmpty() || isUnknownPath(p))
                .toList();
    }

    /** Whether a whole path is unknown: nobody can mean to write that. */
    private static boolean isUnknownPath(Problem problem) {
        return problem.kind() == Problem.Kind.UNKNOWN_FIELD && problem.path().indexOf('.') < 0;
    }
}
