package org.jailoo.ui.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jailoo.app.TableDifference;
import org.jailoo.app.TablePlan.Create;
import org.jailoo.app.TablePlan.Fate;
import org.jailoo.app.TablePlan.Fault;
import org.jailoo.app.TablePlan.Refused;
import org.jailoo.app.TablePlan.Same;
import org.jailoo.intake.Target;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.intake.IntakeModel.State;
import org.jspecify.annotations.Nullable;

/** What becomes of a row, in words. */
final class RowWords {
    private final Schema schema;
    private final Texts texts;

    RowWords(Schema schema, Texts texts) {
        this.schema = schema;
        this.texts = texts;
    }

    /** Where a column goes; with the group or the record that it is in. */
    String target(@Nullable Target target, String type) {
        if (target == null) {
            return texts.text("intake.columns.leave-out");
        }
        String[] path = target.path().toArray(String[]::new);
        String own = texts.labels().field(target.type(), path);
        String inside = path.length == 2 ? texts.labels().field(target.type(), path[0]) + ": " + own : own;
        return target.type().equals(type) ? inside : texts.labels().type(target.type()) + ": " + own;
    }

    /** The heading of a column, or its number. */
    String column(State state, int column) {
        String heading = state.heading() < 0 || column < 0
                ? ""
                : state.table().grid().rows().get(state.heading()).cell(column).replace('\n', ' ');
        return heading.isEmpty() ? texts.text("intake.columns.unnamed", column + 1) : heading;
    }

    /** In a few words. */
    String fate(Fate fate, boolean chosen) {
        if (fate instanceof Create create) {
            return create.twin() > 0 ? texts.text("intake.fate.twin", create.twin()) : texts.text("intake.fate.create");
        }
        if (fate instanceof Same same) {
            if (chosen) {
                return texts.text(same.byCode() ? "intake.fate.revise" : "intake.fate.again");
            }
            return !same.byCode()
                    ? texts.text("intake.fate.alike")
                    : same.differences().isEmpty() ? texts.text("intake.fate.same") : texts.text("intake.fate.differs");
        }
        return fate instanceof Refused ? texts.text("intake.fate.refused") : texts.text("intake.fate.empty");
    }

    /** Why, in sentences; empty where there is nothing to add. */
    List<String> reasons(State state, Fate fate) {
        if (fate instanceof Refused refused) {
            return refused.faults().stream().map(f -> fault(state, f)).toList();
        }
        if (fate instanceof Same same) {
            return same.differences().stream().map(this::difference).toList();
        }
        return List.of();
    }

    private String fault(State state, Fault fault) {
        return texts.text("intake.fault.line", column(state, fault.column()), why(fault));
    }

    private String why(Fault fault) {
        String said = fault.said().length() > 80 ? fault.said().substring(0, 78) + "…" : fault.said();
        return switch (fault.trouble()) {
            case NUMBER -> texts.text("intake.fault.number", said);
            case DATE -> texts.text("intake.fault.date", said);
            case QUARTER -> texts.text("intake.fault.quarter", said);
            case YES_NO -> texts.text("intake.fault.yes-no", said);
            case CODE -> texts.text("intake.fault.code", said);
            case AMBIGUOUS -> texts.text("intake.fault.ambiguous", said);
            case FORMULA -> texts.text("intake.fault.formula", said);
            case LETTERS -> texts.text("intake.fault.letters");
            case NO_RECORD -> texts.text("intake.fault.no-record", said);
            case MANY_RECORDS -> texts.text("intake.fault.many-records", said);
            case CODE_TWICE -> texts.text("intake.fault.code-twice", said, fault.row());
            case DELETED -> texts.text("intake.fault.deleted", said);
            case CONFLICT -> texts.text("intake.fault.conflict");
            case TOO_LONG -> texts.text("intake.fault.too-long");
        };
    }

    private String difference(TableDifference difference) {
        Field field = Objects.requireNonNull(schema.field(difference.type(), difference.field()), difference.field());
        return texts.text(
                "intake.difference.line",
                texts.labels().field(difference.type(), difference.field()),
                value(field.kind(), difference.here()),
                value(field.kind(), difference.there()));
    }

    private String value(FieldKind kind, Json value) {
        if (value instanceof Json.Text text) {
            return text(kind, text.value());
        }
        if (value instanceof Json.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Json.Bool bool) {
            return texts.labels().code("yesNo", bool.value() ? "yes" : "no");
        }
        if (value instanceof Json.Array array) {
            return array.items().stream().map(v -> value(kind, v)).collect(Collectors.joining("; "));
        }
        if (value instanceof Json.Obj object) {
            return object.members().entrySet().stream()
                    .map(m -> value(member(kind, m.getKey()), m.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return texts.text("intake.difference.nothing");
    }

    private static FieldKind member(FieldKind kind, String name) {
        Field member = kind instanceof FieldKind.Group group
                ? group.members().get(name)
                : kind instanceof FieldKind.Items items ? items.members().get(name) : null;
        return member == null ? kind : member.kind();
    }

    private String text(FieldKind kind, String text) {
        String codebook = kind instanceof FieldKind.Choice choice
                ? choice.codebook()
                : kind instanceof FieldKind.SetOf set
                        ? set.codebook()
                        : kind instanceof FieldKind.ListOf list ? list.codebook() : null;
        return codebook == null ? text : texts.labels().code(codebook, text);
    }
}
