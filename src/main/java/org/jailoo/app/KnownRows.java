package org.jailoo.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.RecordState;
import org.jailoo.intake.Target;
import org.jailoo.json.Json;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The records of a notebook that rows of a table may be already: by their code, and by their values. */
final class KnownRows {
    static final String CODE = "code";
    private static final String IDENTITY = "identity";
    private static final String PARTICIPANT = "participant";

    private final Map<String, String> byCode = new HashMap<>();
    private final Set<String> deletedCodes = new HashSet<>();
    private final Map<String, Deque<String>> byValues = new HashMap<>();
    private final Map<String, String> identities = new HashMap<>();

    /** The records of the type that an order imports, as they stand at this moment. */
    KnownRows(Snapshot at, Schema schema, TablePlan.Order order, Steps steps) {
        NotebookRecords records = new NotebookRecords(at, steps, 1);
        RecordType type = type(schema, order.type());
        Map<String, Set<String>> own = asked(order, order.type());
        Map<String, Set<String>> identity = asked(order, IDENTITY);
        Map<String, String> identityTexts = new HashMap<>();
        if (order.type().equals(PARTICIPANT) && !identity.isEmpty()) {
            at.requireIdentities();
            RecordType identityType = type(schema, IDENTITY);
            records.eachState(IDENTITY, state -> {
                if (!gone(state) && state.values().get(PARTICIPANT) instanceof Json.Text id) {
                    if (identities.putIfAbsent(id.value(), state.record()) == null) {
                        identityTexts.put(
                                id.value(),
                                RowValues.of(state, identityType, identity).text());
                    }
                }
            });
        }
        records.eachState(order.type(), state -> {
            String code = state.values().get(CODE) instanceof Json.Text text ? key(text.value()) : "";
            if (gone(state)) {
                if (!code.isEmpty()) {
                    deletedCodes.add(code);
                }
                return;
            }
            if (!code.isEmpty()) {
                byCode.putIfAbsent(code, state.record());
            }
            String values = RowValues.of(state, type, own).without(CODE).text();
            String said = identityTexts.getOrDefault(state.record(), RowValues.NONE.text());
            byValues.computeIfAbsent(values + said, v -> new ArrayDeque<>()).add(state.record());
        });
    }

    static RecordType type(Schema schema, String name) {
        return Objects.requireNonNull(schema.type(name), name);
    }

    private static boolean gone(RecordState state) {
        return state.deleted() || state.purged();
    }

    /** The fields that the columns fill, and of groups and items the members. */
    private static Map<String, Set<String>> asked(TablePlan.Order order, String type) {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (Target target : order.columns()) {
            if (target != null && target.type().equals(type)) {
                Set<String> members = asked.computeIfAbsent(target.top(), t -> new TreeSet<>());
                members.addAll(target.path().subList(1, target.path().size()));
            }
        }
        if (order.campaign() != null && type.equals(order.type())) {
            asked.put(PlanRows.CAMPAIGN, Set.of());
        }
        return asked;
    }

    private static String key(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String ofCode(String code) {
        return byCode.get(key(code));
    }

    boolean isDeleted(String code) {
        return deletedCodes.contains(key(code)) && !byCode.containsKey(key(code));
    }

    /** A record of the very same values that no row was found to be yet. */
    @Nullable
    String alike(RowValues values, RowValues identity) {
        Deque<String> records = byValues.get(values.without(CODE).text() + identity.text());
        return records == null ? null : records.poll();
    }

    /** The identity record that belongs to a participant. */
    @Nullable
    String identityOf(String participant) {
        return identities.get(participant);
    }
}
