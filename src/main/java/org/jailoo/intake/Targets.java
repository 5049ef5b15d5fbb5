package org.jailoo.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** The fields that the columns of a table may fill, for a type of record, in the order of the schema. */
public final class Targets {
    private static final String PARTICIPANT = "participant";
    private static final String IDENTITY = "identity";
    /** What names another record by more than a word, and what is nobody's table. */
    private static final Set<String> LEFT_OUT =
            Set.of("translations", "attachments", "sameAs", "notSameAs", "evidence");

    private Targets() {}

    /** Those of a type; for a participant those of the identity record too, where names belong. */
    public static List<Target> of(Schema schema, String type) {
        List<Target> targets = new ArrayList<>(own(schema, type));
        if (type.equals(PARTICIPANT)) {
            own(schema, IDENTITY).stream()
                    .filter(t -> !t.top().equals(PARTICIPANT) && t.field().sensitive())
                    .filter(t -> !t.top().equals("notes"))
                    .forEach(targets::add);
        }
        return targets;
    }

    private static List<Target> own(Schema schema, String type) {
        List<Target> targets = new ArrayList<>();
        Map<String, Field> fields =
                Objects.requireNonNull(schema.type(type), type).fields();
        for (Field field : fields.values()) {
            if (LEFT_OUT.contains(field.name())) {
                continue;
            }
            if (field.kind() instanceof FieldKind.Group group) {
                members(targets, type, field, group.members());
            } else if (field.kind() instanceof FieldKind.Items items) {
                members(targets, type, field, items.members());
            } else {
                targets.add(new Target(type, List.of(field.name()), field));
            }
        }
        return targets;
    }

    private static void members(List<Target> targets, String type, Field field, Map<String, Field> members) {
        for (Field member : members.values()) {
            boolean simple = !(member.kind() instanceof FieldKind.Group)
                    && !member.kind().hasSubPaths();
            if (simple) {
                targets.add(new Target(type, List.of(field.name(), member.name()), member));
            }
        }
    }
}
