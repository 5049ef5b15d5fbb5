package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jailoo.app.WithdrawalPlan.File;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.app.WithdrawalPlan.Item;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.PurgeRule;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.search.Wanted;

/** Finds out what a withdrawal would erase, and where else the record is; nothing is changed. Walks the whole notebook. */
public final class PlanWithdrawal {
    private static final String PARTICIPANT = "participant";
    private static final String IDENTITY = "identity";
    private static final List<String> PEOPLE = List.of("participants", "experts");

    private final Notebook notebook;
    private final KnownNames names;

    /** With the names of participants, where somebody may know them now. */
    public PlanWithdrawal(Notebook notebook, KnownNames names) {
        this.notebook = notebook;
        this.names = names;
    }

    /**
     * The plan for a record; empty where nothing of it is known, or it is erased already.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Optional<WithdrawalPlan> plan(String record, Steps steps) {
        String self = notebook.device().deviceId();
        return notebook.reading(at -> at.revisions()
                .visible(record)
                .filter(state -> !state.purged())
                .map(state -> new Planning(at, self, steps).plan(state)));
    }

    /** What accepting a purge of somebody else would erase here; empty where nothing of the record is held. */
    public Optional<Here> here(String record) {
        String self = notebook.device().deviceId();
        return notebook.reading(at -> at.revisions()
                .visible(record)
                .map(state -> new Planning(at, self, Steps.UNWATCHED).here(state, Set.of(record))));
    }

    private final class Planning {
        private final Snapshot at;
        private final Steps steps;
        private final Receivers receivers;
        private final List<String> begun = new ArrayList<>();
        private boolean identitiesRead = true;

        Planning(Snapshot at, String self, Steps steps) {
            this.at = at;
            this.steps = steps;
            this.receivers = new Receivers(at, self);
        }

        WithdrawalPlan plan(RecordState subject) {
            Map<String, RecordState> erased = new LinkedHashMap<>();
            Map<String, RecordState> toDecide = new LinkedHashMap<>();
            erased.put(subject.record(), subject);
            List<String> names = List.of();
            if (subject.type().equals(PARTICIPANT)) {
                names = gather(subject.record(), erased, toDecide);
            }
            Set<String> gone = new LinkedHashSet<>(erased.keySet());
            List<String> codes = new ArrayList<>();
            erased.values().forEach(state -> {
                String code = new Json.Obj(state.values()).text("code");
                if (code != null) {
                    codes.add(code);
                }
            });
            Set<String> notLooked = new HashSet<>(gone);
            notLooked.addAll(begun);
            FindMentions found = new FindMentions(at, notLooked, Wanted.of(codes, names));
            found.walk(steps);
            return new WithdrawalPlan(
                    subject.record(),
                    subject.type(),
                    erased.values().stream().map(state -> here(state, gone)).toList(),
                    toDecide.values().stream().map(state -> here(state, gone)).toList(),
                    found.links(),
                    found.places(),
                    found.more(),
                    begun,
                    identitiesRead);
        }

        /** What belongs to a participant; her names. */
        private List<String> gather(
                String participant, Map<String, RecordState> erased, Map<String, RecordState> toDecide) {
            List<String> identities = new ArrayList<>();
            List<String> all = new ArrayList<>();
            at.revisions().eachRecord(all::add);
            for (String id : all) {
                Optional<RecordState> read = id.equals(participant) ? Optional.empty() : state(id);
                if (read.isEmpty() || read.get().purged()) {
                    continue;
                }
                RecordState state = read.get();
                Set<String> people = people(state);
                if (state.type().equals(IDENTITY)
                        && Json.of(participant).equals(state.values().get(PARTICIPANT))) {
                    identities.add(id);
                    erased.put(id, state);
                } else if (state.type().equals(PARTICIPANT) && samePerson(state, participant)) {
                    toDecide.put(id, state);
                } else if (people.equals(Set.of(participant)) && state.type().equals("interview")) {
                    erased.put(id, state);
                } else if (people.contains(participant)) {
                    toDecide.put(id, state);
                }
            }
            List<String> known = new ArrayList<>(begun(participant));
            known.addAll(identitiesRead ? names.of(at, identities) : List.of());
            return known;
        }

        /** The names in drafts of her identity that were never saved. */
        private List<String> begun(String participant) {
            List<String> known = new ArrayList<>();
            for (Drafts.Outside outside : at.drafts().outsides()) {
                if (!outside.type().equals(IDENTITY) || at.revisions().holds(outside.record())) {
                    continue;
                }
                Drafts.Draft draft = readable(
                                () -> Optional.ofNullable(at.drafts().find(outside.record())))
                        .orElse(null);
                if (draft != null
                        && draft.content().get("changes") instanceof Json.Obj changes
                        && participant.equals(changes.text(PARTICIPANT))) {
                    begun.add(outside.record());
                    String name = changes.text("fullName");
                    known.addAll(name == null ? List.of() : List.of(name));
                }
            }
            return known;
        }

        /** A record as it stands; empty for one that is locked away now. */
        private Optional<RecordState> state(String id) {
            return readable(() -> at.revisions().state(id));
        }

        private <T> Optional<T> readable(Supplier<Optional<T>> reading) {
            try {
                return reading.get();
            } catch (NotebookException e) {
                if (e.fault() != NotebookException.Fault.IDENTITIES_CLOSED) {
                    throw e;
                }
                identitiesRead = false;
                return Optional.empty();
            }
        }

        private boolean samePerson(RecordState other, String participant) {
            boolean says = Json.TRUE.equals(other.values().get("sameAs/" + participant));
            return says
                    || at.revisions()
                            .state(participant)
                            .map(state -> Json.TRUE.equals(state.values().get("sameAs/" + other.record())))
                            .orElse(false);
        }

        private static Set<String> people(RecordState state) {
            Set<String> people = new HashSet<>();
            state.values().forEach((path, value) -> {
                int slash = path.indexOf('/');
                if (slash > 0 && Json.TRUE.equals(value) && PEOPLE.contains(path.substring(0, slash))) {
                    people.add(path.substring(slash + 1));
                }
            });
            return people;
        }

        Here here(RecordState state, Set<String> gone) {
            String record = state.record();
            // Of what names people and is closed no body is read: headers and namings tell enough.
            List<Held> held = at.revisions().headersOf(record);
            long edits = held.stream().filter(h -> h.header().isEdit()).count();
            long bodies = at.revisions().custodyOf(record).values().stream()
                    .filter(custody -> custody.time() != null)
                    .count();
            List<File> files = new ArrayList<>();
            List<File> shared = new ArrayList<>();
            for (String sha256 : at.attachments().namedIn(record)) {
                Long size = at.attachments().size(sha256);
                if (size != null) {
                    boolean stays = !gone.containsAll(at.attachments().recordsNaming(sha256));
                    (stays ? shared : files).add(new File(sha256, size));
                }
            }
            Header purge = Header.purge(record, state.type(), notebook.self(), 1);
            RecordType type = at.schema().type(state.type());
            Field field = type == null ? null : type.field("consent");
            return new Here(
                    item(at, record, state),
                    edits,
                    bodies,
                    at.drafts().outsides().stream()
                            .anyMatch(draft -> draft.record().equals(record)),
                    at.schema().codeSafe(state.type()) && !state.deleted(),
                    files,
                    shared,
                    !PurgeRule.acceptsUnasked(purge, held, true, 0),
                    field != null && field.kind() instanceof FieldKind.Group,
                    receivers.of(record));
        }
    }

    /** A record as people know it. */
    static Item item(Snapshot at, String record, RecordState state) {
        Lists.Row row = at.lists().find(record);
        return new Item(record, state.type(), row == null ? "" : row.code(), row == null ? "" : row.day());
    }

    /** The paths of some values, with the members that lead into them behind points. */
    static Map<String, String> texts(Json.Obj body) {
        Map<String, String> texts = new TreeMap<>();
        body.members().forEach((path, value) -> collect(path, value, texts));
        return texts;
    }

    private static void collect(String path, Json value, Map<String, String> texts) {
        if (value instanceof Json.Text text) {
            texts.put(path, text.value());
        } else if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> collect(path + '.' + name, member, texts));
        } else if (value instanceof Json.Array array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(path + '.' + i, array.items().get(i), texts);
            }
        }
    }
}
