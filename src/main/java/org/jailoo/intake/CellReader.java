package org.jailoo.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.intake.CellMeaning.Codes;
import org.jailoo.intake.CellMeaning.Named;
import org.jailoo.intake.CellMeaning.NotUnderstood;
import org.jailoo.intake.CellMeaning.Trouble;
import org.jailoo.intake.CellMeaning.Value;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Reads cells as values of fields, never guessing: what may mean two things, or nothing, is said to be so. */
public final class CellReader {
    private static final Pattern ISO = Pattern.compile("([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)([ T][0-9:.]+)?");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})(\\s*(г|ж)\\.?)?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{1,2})[./]([0-9]{4})(\\s*(г|ж)\\.?)?");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})\\s*(год|года|г|жыл|ж)?\\.?");
    private static final Pattern QUARTER = Pattern.compile("(?i)(?:q([1-4])[ /-]*([0-9]{4})|([0-9]{4})[ /-]*q([1-4]))");
    private static final Set<String> MISTAKES = Set.of(
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NUM!",
            "#NULL!",
            "#Н/Д",
            "#ССЫЛКА!",
            "#ЗНАЧ!",
            "#ДЕЛ/0!",
            "#ИМЯ?",
            "#ЧИСЛО!",
            "#ПУСТО!");

    private final CodeWords words;

    public CellReader(Schema schema) {
        this.words = new CodeWords(schema);
    }

    /** What a cell that is not empty means in a field. */
    public CellMeaning read(Target target, String cell) {
        if (MISTAKES.contains(cell)
                || (cell.startsWith("=") && !target.field().kind().isText())) {
            return new NotUnderstood(Trouble.FORMULA, cell);
        }
        if (cell.indexOf('\uFFFD') >= 0) {
            return new NotUnderstood(Trouble.LETTERS, cell);
        }
        FieldKind kind = target.field().kind();
        if (kind instanceof FieldKind.Text) {
            return new Value(Json.of(cell.replaceAll("\\s*\n\\s*", " ")));
        }
        if (kind instanceof FieldKind.LongText) {
            return new Value(Json.of(cell));
        }
        if (kind instanceof FieldKind.Int) {
            return target.top().equals("birthYear") ? year(cell) : number(cell);
        }
        if (kind instanceof FieldKind.Choice choice) {
            return choice.codebook().equals("ageBand") ? ageBand(cell) : choice(choice.codebook(), cell);
        }
        if (kind instanceof FieldKind.SetOf set) {
            return codes(set.codebook(), cell);
        }
        if (kind instanceof FieldKind.ListOf list) {
            CellMeaning codes = codes(list.codebook(), cell);
            return codes instanceof Codes some
                    ? new Value(new Json.Array(
                            some.codes().stream().map(c -> Json.of(c)).toList()))
                    : codes;
        }
        if (kind instanceof FieldKind.Reference reference) {
            return new Named(reference.type(), cell);
        }
        return dated(kind, cell);
    }

    private CellMeaning dated(FieldKind kind, String cell) {
        if (kind instanceof FieldKind.Date) {
            String date = date(cell);
            return date == null ? new NotUnderstood(Trouble.DATE, cell) : new Value(Json.of(date));
        }
        if (kind instanceof FieldKind.Quarter) {
            Matcher m = QUARTER.matcher(cell);
            return m.matches()
                    ? new Value(Json.of(
                            m.group(1) != null ? m.group(2) + "-Q" + m.group(1) : m.group(3) + "-Q" + m.group(4)))
                    : new NotUnderstood(Trouble.QUARTER, cell);
        }
        if (kind instanceof FieldKind.Bool) {
            return switch (cell.toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "да", "ооба", "+", "истина" -> new Value(Json.TRUE);
                case "false", "0", "no", "нет", "жок", "-", "ложь" -> new Value(Json.FALSE);
                default -> new NotUnderstood(Trouble.YES_NO, cell);
            };
        }
        throw new IllegalStateException("no column fills this: " + kind);
    }

    /** A date as precise as it was written, the day before the month as the region writes it; null if it is none. */
    static @Nullable String date(String cell) {
        Matcher iso = ISO.matcher(cell);
        String found = null;
        if (iso.matches()) {
            found = iso.group(1);
        } else {
            Matcher day = DAY.matcher(cell);
            Matcher month = MONTH.matcher(cell);
            Matcher year = YEAR.matcher(cell);
            if (day.matches()) {
                found = day.group(3) + '-' + two(day.group(2)) + '-' + two(day.group(1));
            } else if (month.matches()) {
                found = month.group(2) + '-' + two(month.group(1));
            } else if (year.matches()) {
                found = year.group(1);
            }
        }
        return found != null && DateText.isDate(found) ? found : null;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? '0' + digits : digits;
    }

    /** Of a date of birth the year alone is kept: that is all the record asks for. */
    private static CellMeaning year(String cell) {
        String date = date(cell);
        return date == null
                ? new NotUnderstood(Trouble.DATE, cell)
                : new Value(Json.of(Long.parseLong(date.substring(0, 4))));
    }

    private static CellMeaning number(String cell) {
        try {
            BigDecimal number =
                    new BigDecimal(cell.replaceAll("[ \u00a0\u202f]", "").replace(',', '.'));
            long whole = number.longValueExact();
            if (Math.abs(whole) <= Json.Int.MAX && cell.length() < 30) {
                return new Value(Json.of(whole));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            return new NotUnderstood(Trouble.NUMBER, cell);
        }
        return new NotUnderstood(Trouble.NUMBER, cell);
    }

    /** An age band, or an age in whole years, which is put into its band. */
    private CellMeaning ageBand(String cell) {
        Matcher years = Pattern.compile("([0-9]{1,3})\\s*(лет|год|года|жаш|жашта|years?)?\\.?")
                .matcher(cell.strip());
        if (!years.matches() || Integer.parseInt(years.group(1)) > 120) {
            return choice("ageBand", cell.replace(" ", "").matches("[0-9]+[-–—][0-9]+") ? bandText(cell) : cell);
        }
        int age = Integer.parseInt(years.group(1));
        int[] firsts = {18, 25, 35, 45, 55, 65};
        String[] bands = {"0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"};
        int band = 0;
        while (band < firsts.length && age >= firsts[band]) {
            band++;
        }
        return new Value(Json.of(bands[band]));
    }

    private static String bandText(String cell) {
        return cell.replace(" ", "").replace('–', '-').replace('—', '-');
    }

    private CellMeaning choice(String codebook, String cell) {
        Set<String> codes = words.codes(codebook, cell);
        if (codes.size() == 1) {
            return new Value(Json.of(codes.iterator().next()));
        }
        return new NotUnderstood(codes.isEmpty() ? Trouble.CODE : Trouble.AMBIGUOUS, cell);
    }

    /** Codes between semicolons or on lines of their own, and between commas where a label holds none. */
    private CellMeaning codes(String codebook, String cell) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (String part : cell.split("[;\n]", -1)) {
            List<String> pieces = words.codes(codebook, part.strip()).size() == 1
                    ? List.of(part)
                    : new ArrayList<>(List.of(part.split(",", -1)));
            for (String piece : pieces) {
                if (piece.isBlank()) {
                    continue;
                }
                CellMeaning one = choice(codebook, piece.strip());
                if (!(one instanceof Value value && value.json() instanceof Json.Text code)) {
                    return one;
                }
                found.add(code.value());
            }
        }
        return found.isEmpty() ? new NotUnderstood(Trouble.CODE, cell) : new Codes(List.copyOf(found));
    }
}
