package org.jailoo.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jailoo.json.Json;
import org.jailoo.timeline.Due;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * What was noted of the progress of a recommendation at one time.
 *
 * @param path of the item in its record
 * @param quarter the quarter it is about: as noted, else that of its date; null where neither says one
 * @param date a partial date; empty where there is none
 * @param status a code of the codebook {@code actionStatus}; empty where none was noted
 * @param text empty where nothing was written: of an item with a status, that nothing has changed
 */
public record Progress(
        String path, @Nullable Quarter quarter, String date, String status, String text, String by, Json.Obj item) {
    /** The field of a recommendation that holds these. */
    public static final String FIELD = "progress";

    private static final Set<String> CLOSED = Set.of("done", "dropped");
    private static final Set<String> NOT_BEGUN = Set.of("", "proposed", "planned");

    /** From the oldest to the latest: by quarter, then by date, then by path. */
    private static final Comparator<Progress> IN_TIME = Comparator.comparing(
                    Progress::quarter, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Progress::lastDay, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Progress::path);

    /** Whether a recommendation of this status is still to be followed; one without a status is. */
    public static boolean isOpen(String status) {
        return !CLOSED.contains(status);
    }

    /** What a record holds of it, from the oldest to the latest. */
    public static List<Progress> of(SortedMap<String, Json> values) {
        List<Progress> all = new ArrayList<>();
        // '0' follows '/' among the characters.
        for (Map.Entry<String, Json> entry :
                values.subMap(FIELD + '/', FIELD + '0').entrySet()) {
            if (entry.getValue() instanceof Json.Obj item) {
                all.add(of(entry.getKey(), item));
            }
        }
        all.sort(IN_TIME);
        return List.copyOf(all);
    }

    private static Progress of(String path, Json.Obj item) {
        Quarter quarter = Quarter.parse(text(item, "quarter"));
        LocalDate day = Due.firstDay(text(item, "date"));
        if (quarter == null && day != null && text(item, "date").length() > 4) {
            quarter = Quarter.of(day);
        }
        return new Progress(
                path, quarter, text(item, "date"), text(item, "status"), text(item, "text"), text(item, "by"), item);
    }

    private static String text(Json.Obj item, String member) {
        String text = item.text(member);
        return text == null ? "" : text;
    }

    private @Nullable LocalDate lastDay() {
        return Due.lastDay(date);
    }

    /** The latest that is about a quarter before this one, or about none; null where there is none. */
    public static @Nullable Progress latestBefore(Quarter quarter, List<Progress> all) {
        return latest(all.stream()
                .filter(p -> p.quarter == null || p.quarter.compareTo(quarter) < 0)
                .toList());
    }

    /** The latest of those that say a status; null where none does. */
    public static @Nullable Progress withStatus(Quarter before, List<Progress> all) {
        return latest(all.stream()
                .filter(p -> !p.status.isEmpty())
                .filter(p -> p.quarter == null || p.quarter.compareTo(before) < 0)
                .toList());
    }

    /**
     * Whether this says that nothing has changed: no words, and the status that was noted before it. Where none was, what is
     * only proposed or planned has not changed, and of anything else nobody can say.
     */
    public boolean saysNoChange(@Nullable Progress before) {
        if (!text.isBlank()) {
            return false;
        }
        return (before != null && !before.status.isEmpty())
                ? status.isEmpty() || status.equals(before.status)
                : NOT_BEGUN.contains(status);
    }

    /** The latest of what was noted; null where nothing was. */
    public static @Nullable Progress latest(List<Progress> all) {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** The latest that is about a quarter; null where nothing was noted of it. */
    public static @Nullable Progress in(Quarter quarter, List<Progress> all) {
        return latest(all.stream().filter(p -> quarter.equals(p.quarter)).toList());
    }

    /** The latest with words that is about a quarter before this one, or about none; null where there is none. */
    public static @Nullable Progress wordsBefore(Quarter quarter, List<Progress> all) {
        return latest(all.stream()
                .filter(p -> p.quarter == null || p.quarter.compareTo(quarter) < 0)
                .filter(p -> !p.text.isBlank())
                .toList());
    }
}
