package org.jailoo.pasted;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a pasted action plan is, found by its head, else by what stands in it.
 *
 * @param columns one for each column of the table
 * @param headed whether the first row is the head, and no action
 */
public record PlanColumns(List<Kind> columns, boolean headed) {
    public PlanColumns {
        columns = List.copyOf(columns);
    }

    /** What a column becomes in a recommendation. */
    public enum Kind {
        NUMBER,
        TEXT,
        WHEN,
        RESPONSIBLE,
        ACTION,
        STATUS,
        /** It is in none; what stands there is not taken. */
        NONE
    }

    private static final int LONGEST_HEAD = 40;
    private static final Map<Kind, Pattern> HEADS = heads();

    private static Map<Kind, Pattern> heads() {
        Map<Kind, Pattern> heads = new EnumMap<>(Kind.class);
        heads.put(Kind.NUMBER, words("№|n|no|nr|#|номер|п/п|№ п/п|№п/п|катар номери|к/н"));
        heads.put(
                Kind.ACTION,
                words("тип(?: действия| мероприятия)?|вид(?: действия| мероприятия)?|(?:action )?type|type of action"
                        + "|туру|иш чаранын туру|аракеттин туру"));
        heads.put(
                Kind.WHEN,
                words("(?:date|dates|time|timing|timeline|timeframe|deadline|period|when|due)\\b.*|срок.*|дата.*|когда"
                        + "|период.*|время.*|(?:аткаруу |иш чаранын )?мооноту?.*|качан|датасы?|убактысы?|убакыт"));
        heads.put(
                Kind.RESPONSIBLE,
                words("responsib.*|who|person in charge|in charge|lead|ответствен.*|кто|исполнител.*|жооптуу.*|ким"
                        + "|аткаруучу.*"));
        heads.put(Kind.STATUS, words("status|state|статус|состояние|абалы|статусу"));
        heads.put(
                Kind.TEXT,
                words(
                        "action|actions|activit.*|event.*|measure.*|task.*|what|действи.*|мероприяти.*|задач.*|что(?: делать)?"
                                + "|иш чара.*|иш аракет.*|аракет.*|тапшырма.*|эмне.*|recommendation.*|рекомендаци.*|сунуш.*"
                                + "|содержание|наименование.*"));
        return heads;
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?:" + words + ")");
    }

    /**
     * The columns of a table.
     *
     * @param when whether a text says a time
     */
    public static PlanColumns of(PastedTable table, Predicate<String> when) {
        List<Kind> headed = new ArrayList<>();
        if (!table.rows().isEmpty()) {
            Set<Kind> taken = EnumSet.noneOf(Kind.class);
            for (String cell : table.rows().get(0)) {
                Kind kind = head(cell);
                headed.add(taken.add(kind) ? kind : Kind.NONE);
            }
            long known = headed.stream().filter(kind -> kind != Kind.NONE).count();
            if (known >= 2 && headed.contains(Kind.TEXT)) {
                return new PlanColumns(headed, true);
            }
        }
        return new PlanColumns(guessed(table, when), false);
    }

    private static Kind head(String cell) {
        String said = cell.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('ү', 'у')
                .replace('ө', 'о')
                .replace('ң', 'н')
                .replaceAll("[-–\\s]+", " ")
                .replaceAll("[.:]", "")
                .strip();
        for (Map.Entry<Kind, Pattern> entry : HEADS.entrySet()) {
            if (entry.getKey() != Kind.TEXT && entry.getValue().matcher(said).matches()) {
                return entry.getKey();
            }
        }
        Pattern text = Objects.requireNonNull(HEADS.get(Kind.TEXT));
        return said.length() <= LONGEST_HEAD && text.matcher(said).matches() ? Kind.TEXT : Kind.NONE;
    }

    /** Without a head: numbers count, the longest words are the action, and most of the times are times. */
    private static List<Kind> guessed(PastedTable table, Predicate<String> when) {
        List<Kind> columns = new ArrayList<>();
        int longest = -1;
        double most = -1;
        for (int column = 0; column < table.width(); column++) {
            int at = column;
            List<String> cells = table.rows().stream()
                    .map(row -> row.get(at))
                    .filter(c -> !c.isBlank())
                    .toList();
            double length = cells.stream().mapToInt(String::length).average().orElse(0);
            if (!cells.isEmpty() && cells.stream().allMatch(c -> number(c) != null) && !columns.contains(Kind.NUMBER)) {
                columns.add(Kind.NUMBER);
            } else if (!cells.isEmpty()
                    && cells.stream().filter(when).count() * 2 > cells.size()
                    && !columns.contains(Kind.WHEN)) {
                columns.add(Kind.WHEN);
            } else {
                columns.add(Kind.NONE);
                if (length > most) {
                    most = length;
                    longest = column;
                }
            }
        }
        if (longest >= 0) {
            columns.set(longest, Kind.TEXT);
        }
        return columns;
    }

    /** A row's number as it is written in such tables: {@code 1}, {@code 2.}, {@code 3)}; null where it is none. */
    public static @Nullable Long number(String cell) {
        String digits = cell.strip().replaceAll("^№\\s*", "").replaceAll("[.)]$", "");
        return digits.matches("[0-9]{1,6}") ? Long.valueOf(digits) : null;
    }

    /** The same with another meaning of a column; whichever had it before has none. */
    public PlanColumns with(int column, Kind kind) {
        List<Kind> changed = new ArrayList<>(columns);
        if (kind != Kind.NONE) {
            changed.replaceAll(known -> known == kind ? Kind.NONE : known);
        }
        changed.set(column, kind);
        return new PlanColumns(changed, headed);
    }

    /** The same, its first row a head or an action. */
    public PlanColumns headed(boolean is) {
        return new PlanColumns(columns, is);
    }
}
