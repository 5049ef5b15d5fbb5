package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jailoo.app.TablePlan.Order;
import org.jailoo.i18n.Labels;
import org.jailoo.intake.Grid;
import org.jailoo.intake.Row;
import org.jailoo.intake.Target;
import org.jailoo.intake.Targets;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** Seeded tables as chaos makes them: some columns left out, empty rows, equal rows, codes twice, cells of nonsense. */
final class RandomTables {
    private static final List<String> NONSENSE =
            List.of("?", "нет данных", "#REF!", "31.02.2023", "−5", "=A1", "да/нет");

    private RandomTables() {}

    static Order order(Schema schema, String type, Random random) {
        List<Target> columns = new ArrayList<>();
        for (Target target : Targets.of(schema, type)) {
            if (random.nextInt(3) > 0 || target.top().equals("code")) {
                columns.add(random.nextInt(6) == 0 ? null : target);
            }
        }
        int titles = random.nextInt(4);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < titles; i++) {
            rows.add(new Row(rows.size() + 1, List.of("title")));
        }
        int length = 20 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int number = rows.size() + 1;
            int kind = random.nextInt(12);
            if (kind == 0) {
                rows.add(new Row(number, List.of()));
            } else if (kind <= 2 && i > 0) {
                rows.add(new Row(number, rows.get(titles + random.nextInt(i)).cells()));
            } else {
                rows.add(new Row(number, cells(schema, columns, random)));
            }
        }
        return new Order(type, new Grid(rows), titles - 1, columns, null);
    }

    private static List<String> cells(Schema schema, List<Target> columns, Random random) {
        List<String> cells = new ArrayList<>();
        boolean clean = random.nextInt(5) > 0;
        for (Target target : columns) {
            boolean empty = random.nextInt(3) == 0;
            boolean nonsense = !clean && random.nextInt(8) == 0;
            cells.add(
                    empty
                            ? ""
                            : nonsense
                                    ? NONSENSE.get(random.nextInt(NONSENSE.size()))
                                    : target == null ? "left out" : cell(schema, target, random));
        }
        return cells;
    }

    private static String cell(Schema schema, Target target, Random random) {
        FieldKind kind = target.field().kind();
        if (target.top().equals("code")) {
            return "K-" + random.nextInt(60);
        }
        if (kind instanceof FieldKind.Choice choice) {
            return code(schema, choice.codebook(), random);
        }
        if (kind instanceof FieldKind.SetOf set) {
            return code(schema, set.codebook(), random) + "; " + code(schema, set.codebook(), random);
        }
        if (kind instanceof FieldKind.Int) {
            return target.top().equals("birthYear") ? "19" + (10 + random.nextInt(90)) : "" + random.nextInt(9);
        }
        if (kind instanceof FieldKind.Date) {
            return (1 + random.nextInt(28)) + ".0" + (1 + random.nextInt(9)) + ".2023";
        }
        if (kind instanceof FieldKind.Quarter) {
            return "2023-Q" + (1 + random.nextInt(4));
        }
        if (kind instanceof FieldKind.Bool) {
            return random.nextBoolean() ? "да" : "no";
        }
        return kind instanceof FieldKind.Reference ? "" : "Өзгөн, «" + random.nextInt(50) + "»\nүч";
    }

    /** A code, or its label in a language if that means no other. */
    private static String code(Schema schema, String codebook, Random random) {
        List<String> codes = List.copyOf(
                Objects.requireNonNull(schema.codebook(codebook), codebook).codes());
        String code = codes.get(random.nextInt(codes.size()));
        String language = List.of("en", "ru", "ky").get(random.nextInt(3));
        boolean named = codebook.equals("sex") || codebook.equals("yesNo") || codebook.equals("difficulty");
        return named ? Labels.of(language).code(codebook, code) : code;
    }
}
