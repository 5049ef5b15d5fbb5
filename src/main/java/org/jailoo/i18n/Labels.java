package org.jailoo.i18n;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of types, fields and codes in one language, and dates, numbers and order as its people write them. Immutable.
 *
 * <p>What has no label, because a newer version wrote it, is shown by its own name or code: nothing stored is hidden.
 */
public final class Labels {
    private final Locale locale;
    private final Properties texts;
    private final DateWords dates;
    private final StandardNames standards;

    private Labels(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
        this.dates = new DateWords(texts, locale);
        this.standards = new StandardNames(locale);
    }

    /** The labels in a language given as ISO 639-1, or in English where there are none. */
    public static Labels of(String language) {
        String known = Messages.LANGUAGES.contains(language) ? language : "en";
        return new Labels(new Locale(known), Messages.read("labels_" + known + ".properties", new Properties()));
    }

    public Locale locale() {
        return locale;
    }

    /** The name of one record of a type. */
    public String type(String type) {
        return label("type." + type, type);
    }

    /** The name of many records of a type, for lists and sheets. */
    public String types(String type) {
        return label("types." + type, type);
    }

    /**
     * The name of a field, or, by a longer path, of what stands in it: {@code field("interview", "violations",
     * "code")}, {@code field("campaign", "places", "place", "settlement")}.
     */
    public String field(String type, String... path) {
        for (String key : fieldKeys(type, List.of(path))) {
            String label = texts.getProperty(key);
            if (label != null) {
                return label;
            }
        }
        return path.length == 0 ? type(type) : path[path.length - 1];
    }

    /** The keys under which the label of a field may stand, the most specific first. */
    static List<String> fieldKeys(String type, List<String> path) {
        if (path.isEmpty()) {
            return List.of();
        }
        String last = path.get(path.size() - 1);
        String own = "field." + type + "." + String.join(".", path);
        String shared = "field.any." + last;
        return path.size() == 1
                ? List.of(own, shared)
                : List.of(own, "field." + path.get(path.size() - 2) + "." + last, shared);
    }

    /** The name of a codebook. */
    public String codebook(String codebook) {
        return label("codebook." + codebook, codebook);
    }

    /**
     * The label of a code; of countries and languages that this program does not name itself, the name that Unicode's
     * locale data give, in the next-best language where they have none.
     */
    public String code(String codebook, String code) {
        String label = texts.getProperty("code." + codebook + "." + code);
        return label != null ? label : standards.name(codebook, code);
    }

    /** A day, a month or a year as text, never more exact than it is; what is no date is shown as it stands. */
    public String date(String iso) {
        return dates.date(iso);
    }

    /** An interval as text, open where a side is null or empty; a partial end means its last day. */
    public String dates(@Nullable String from, @Nullable String to) {
        return dates.dates(from, to);
    }

    /** A quarter, written {@code 2023-Q3}, as text; what is no quarter is shown as it stands. */
    public String quarter(String quarter) {
        return dates.quarter(quarter);
    }

    /** A whole number with its thousands set apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share, 0.14 as 14 %, rounded half up; with a decimal below 1 % and above 99 %, so that some is not none or all. */
    public String percent(double share) {
        if (!Double.isFinite(share)) {
            return "\u2013";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        boolean nearTheEdge = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
        format.setMaximumFractionDigits(nearTheEdge ? 1 : 0);
        return format.format(share);
    }

    /** The order of an alphabet that holds Latin, Russian and Kyrgyz letters: one for all languages, as lists mix them. */
    public Comparator<String> order() {
        return NameOrder.INSTANCE;
    }

    private String label(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    /** All keys there are, for the test that finds obsolete ones. */
    Stream<String> keys() {
        return texts.stringPropertyNames().stream();
    }
}
