package org.jailoo.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Due;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation says, as far as a list of them tells it; read out of the values that may be read.
 *
 * @param number null where it has none
 * @param text what it asks, in the language asked for where somebody translated it
 * @param addressees to whom, by the labels of a language
 * @param roles who is responsible, by role and never by name
 * @param when as it was said; empty where nobody did
 * @param status a code, or empty
 * @param progress from the oldest to the latest
 */
public record Action(
        @Nullable Long number,
        String plan,
        String text,
        List<String> addressees,
        List<String> roles,
        String when,
        Json.Obj timeline,
        String status,
        List<Progress> progress) {
    static final String TYPE = "recommendation";

    /** By plan, by number, by words: as the plans are printed. */
    static final Comparator<Action> IN_PLAN = Comparator.comparing((Action a) -> a.plan.isEmpty())
            .thenComparing(Action::plan)
            .thenComparing(Action::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(a -> a.text);

    public Action {
        addressees = List.copyOf(addressees);
        roles = List.copyOf(roles);
        progress = List.copyOf(progress);
    }

    static Action of(SortedMap<String, Json> values, Labels labels) {
        Json.Obj timeline = values.get("timeline") instanceof Json.Obj object ? object : Json.object();
        List<String> addressees = new ArrayList<>();
        for (Json.Obj each : items(values, "addressees")) {
            addressees.add(addressee(each, labels));
        }
        List<String> roles = new ArrayList<>();
        for (Json.Obj each : items(values, "responsible")) {
            String role = text(each, "role");
            if (!role.isBlank()) {
                roles.add(role);
            }
        }
        return new Action(
                values.get("number") instanceof Json.Int number ? (Long) number.value() : null,
                text(values, "plan"),
                translated(values, labels.locale().getLanguage()),
                addressees,
                roles,
                text(timeline, "text"),
                timeline,
                text(values, "status"),
                Progress.of(values));
    }

    private static String addressee(Json.Obj item, Labels labels) {
        List<String> parts = new ArrayList<>();
        String body = text(item, "body");
        String kind = text(item, "kind");
        String country = text(item, "country");
        if (!body.isBlank()) {
            parts.add(body);
        } else if (!kind.isEmpty()) {
            parts.add(labels.code("bodyKind", kind));
        }
        if (!country.isEmpty()) {
            parts.add(labels.code("country", country));
        }
        return String.join(", ", parts);
    }

    private static String translated(SortedMap<String, Json> values, String language) {
        for (Json.Obj translation : items(values, "translations")) {
            String text = text(translation, "text");
            if (language.equals(text(translation, "language"))
                    && "text".equals(text(translation, "field"))
                    && !text.isBlank()) {
                return text;
            }
        }
        return text(values, "text");
    }

    /** The items of a list, ascending by their ids. */
    static List<Json.Obj> items(SortedMap<String, Json> values, String field) {
        List<Json.Obj> items = new ArrayList<>();
        // '0' follows '/' among the characters.
        for (Json value : values.subMap(field + '/', field + '0').values()) {
            if (value instanceof Json.Obj item) {
                items.add(item);
            }
        }
        return items;
    }

    static String text(SortedMap<String, Json> values, String field) {
        return values.get(field) instanceof Json.Text text ? text.value() : "";
    }

    static String text(Json.Obj object, String member) {
        String text = object.text(member);
        return text == null ? "" : text;
    }

    /** When it is due, seen from a day. */
    public Due due(LocalDate today) {
        return Due.of(timeline.text("from"), timeline.text("to"), timeline.text("every"), today);
    }
}
