package org.jailoo.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Goes through one record and asks {@link Disclosure} about every leaf of it; the consent is read once. */
final class LeafByLeaf {
    private static final String TRANSLATIONS = "translations";

    private final Disclosure disclosure;
    private final Question question;
    private final RecordState state;
    private final @Nullable RecordType type;
    private final Consent consent;
    private final Set<Use> more;
    private final boolean leaving;
    private final SortedMap<String, Answer> leftOut = new TreeMap<>();
    private int quotations;
    private boolean sensitive;

    /** Reads for the use of a question, and for these beside it. */
    LeafByLeaf(Disclosure disclosure, Question question, Set<Use> more) {
        this.more = Set.copyOf(more);
        this.leaving = more.stream().anyMatch(Use::leavesTheTeam);
        this.disclosure = disclosure;
        this.question = question;
        this.state = question.record();
        this.type = disclosure.schema().type(state.type());
        this.consent = Consent.of(state, question.day());
    }

    private Answer ask(Part part) {
        Question about = question.about(part);
        Answer answer = disclosure.answer(about, consent);
        for (Use use : more) {
            answer = answer.isYes() ? disclosure.answer(about.with(use), consent) : answer;
        }
        return answer;
    }

    Disclosed disclosed(Guarded record) {
        Answer answer = anything();
        SortedMap<String, Json> values = new TreeMap<>();
        SortedMap<String, List<Json>> conflicts = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        if (answer.isYes()) {
            state.values().forEach((path, value) -> {
                Json may = value(path, value, true);
                if (may != null) {
                    values.put(path, may);
                }
            });
        }
        state.conflicts().forEach((path, all) -> {
            String field = field(path);
            if (answer.isYes() && (ask(Part.Value.whole(field)).isYes() || goesInPart(field))) {
                conflicts.put(path, beside(path, all));
            } else {
                kept.add(field);
            }
        });
        return new Disclosed(
                record, answer, values, conflicts, new Disclosed.Kept(kept, quotations, sensitive, leftOut));
    }

    /** Whether some members of a field may go to others; of values beside each other, those members then do. */
    private boolean goesInPart(String field) {
        return leaving && SharedParts.holds(state.type(), field);
    }

    /** Yes where some part of the record may go; else the reason that holds for its first field. */
    private Answer anything() {
        Answer first = null;
        for (Field field : type == null ? List.<Field>of() : type.fields().values()) {
            Answer whole = ask(Part.Value.whole(field.name()));
            if (whole.isYes()) {
                return whole;
            }
            first = first == null ? whole : first;
            for (String member : Disclosure.members(field).keySet()) {
                if (ask(new Part.Value(field.name(), member)).isYes()) {
                    return Answer.YES;
                }
            }
        }
        return first == null ? ask(new Part.Value("", null)) : first;
    }

    private List<Json> beside(String path, List<Json> all) {
        List<Json> may = new ArrayList<>();
        for (Json each : all) {
            Json read = each instanceof Json.Null ? each : value(path, each, false);
            may.add(read == null ? Json.NULL : read);
        }
        return may;
    }

    private static String field(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** What may be read of what stands at a path; null where nothing may. */
    private @Nullable Json value(String path, Json value, boolean noting) {
        Field field = type == null ? null : type.field(field(path));
        if (field == null) {
            return null;
        }
        Map<String, Field> members = Disclosure.members(field);
        if (value instanceof Json.Obj object) {
            // An object where none should be has members that nobody knows.
            return members.isEmpty() ? null : members(path, field, object, noting);
        }
        Answer whole = ask(Part.Value.whole(field.name()));
        note(field.name(), whole, noting);
        return members.isEmpty() && whole.isYes() ? value : null;
    }

    private Json.@Nullable Obj members(String path, Field field, Json.Obj object, boolean noting) {
        if (leaving && field.name().equals(TRANSLATIONS) && !translatesWhatGoes(object)) {
            note(field.name(), Answer.SENSITIVE, noting);
            return null;
        }
        Set<String> quoted = Quotations.members(state.type(), field.name());
        Map<String, Json> may = new TreeMap<>();
        boolean any = false;
        boolean leftOut = false;
        for (Field member : Disclosure.members(field).values()) {
            Json inside = object.get(member.name());
            boolean quotation = question.use() != Use.STATISTICS && quoted.contains(member.name());
            Answer answer = ask(
                    quotation
                            ? new Part.Quotation(field.name(), Children.all(state, path))
                            : new Part.Value(field.name(), member.name()));
            any |= answer.isYes();
            if (inside == null || inside instanceof Json.Null) {
                continue;
            }
            note(field.name() + '.' + member.name(), answer, noting);
            leftOut |= quotation && !answer.isYes();
            if (answer.isYes()) {
                may.put(member.name(), inside);
            }
        }
        quotations += noting && leftOut ? 1 : 0;
        return any ? Json.object(may) : null;
    }

    /** A translation says what its original says, and so goes where that goes. */
    private boolean translatesWhatGoes(Json.Obj translation) {
        String of = translation.text("field");
        return of != null && ask(Part.Value.whole(of)).isYes();
    }

    private void note(String part, Answer answer, boolean noting) {
        if (noting && !answer.isYes()) {
            leftOut.putIfAbsent(part, answer);
        }
        sensitive |= noting && answer == Answer.SENSITIVE;
    }
}
