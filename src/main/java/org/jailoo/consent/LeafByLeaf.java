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
    private final Disclosure disclosure;
    private final Question question;
    private final RecordState state;
    private final @Nullable RecordType type;
    private final Consent consent;
    private int quotations;
    private boolean sensitive;

    LeafByLeaf(Disclosure disclosure, Question question) {
        this.disclosure = disclosure;
        this.question = question;
        this.state = question.record();
        this.type = disclosure.schema().type(state.type());
        this.consent = Consent.of(state, question.day());
    }

    private Answer ask(Part part) {
        return disclosure.answer(question.about(part), consent);
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
            if (answer.isYes() && ask(Part.Value.whole(field)).isYes()) {
                conflicts.put(path, beside(path, all));
            } else {
                kept.add(field);
            }
        });
        return new Disclosed(record, answer, values, conflicts, new Disclosed.Kept(kept, quotations, sensitive));
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
        note(whole, noting);
        return members.isEmpty() && whole.isYes() ? value : null;
    }

    private Json.@Nullable Obj members(String path, Field field, Json.Obj object, boolean noting) {
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
            note(answer, noting);
            leftOut |= quotation && !answer.isYes();
            if (answer.isYes()) {
                may.put(member.name(), inside);
            }
        }
        quotations += noting && leftOut ? 1 : 0;
        return any ? Json.object(may) : null;
    }

    private void note(Answer answer, boolean noting) {
        sensitive |= noting && answer == Answer.SENSITIVE;
    }
}
