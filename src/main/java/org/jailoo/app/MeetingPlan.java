package org.jailoo.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.DateText;
import org.jspecify.annotations.Nullable;

/** The action plans of a meeting: the recommendations that name it, each opened with the heads of that very moment. */
public final class MeetingPlan {
    private static final int PAGE = 500;

    private final Notebook notebook;

    public MeetingPlan(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A meeting with its recommendations.
     *
     * @param title what people call it; empty without
     * @param year of its date, 0 where it has none
     * @param rows by plan and number
     * @param drafts what is typed and not saved in these rows, and in new ones of this meeting
     */
    public record Meeting(String title, int year, @Nullable String campaign, List<Opened> rows, List<Draft> drafts) {
        public Meeting {
            rows = List.copyOf(rows);
            drafts = List.copyOf(drafts);
        }
    }

    /** The meeting as it stands now; empty where the notebook does not hold it. Takes a while: off the window's thread. */
    public Optional<Meeting> open(String meeting) {
        return notebook.reading(at -> at.revisions().visible(meeting).map(state -> {
            List<Opened> rows = new ArrayList<>();
            each(at, meeting, rows::add);
            rows.sort(Comparator.comparing((Opened row) -> text(row, "plan"))
                    .thenComparing(row -> number(row))
                    .thenComparing(row -> row.form().record()));
            String title = text(state, "title");
            return new Meeting(
                    title.isBlank() ? text(state, "code") : title,
                    yearOf(state),
                    campaign(state),
                    rows,
                    drafts(at, meeting, rows));
        }));
    }

    private static List<Draft> drafts(Snapshot at, String meeting, List<Opened> rows) {
        Set<String> known = rows.stream().map(row -> row.form().record()).collect(Collectors.toSet());
        return at.drafts().all().stream()
                .filter(draft -> draft.type().equals("recommendation"))
                .filter(draft -> known.contains(draft.record())
                        || (draft.content().get("changes") instanceof Json.Obj changes
                                && meeting.equals(changes.text("focusGroup"))))
                .toList();
    }

    /** How many recommendations name the meeting. */
    public int count(String meeting) {
        return notebook.reading(at -> {
            List<Opened> rows = new ArrayList<>();
            each(at, meeting, rows::add);
            return rows.size();
        });
    }

    /** The year of a meeting's date; 0 where it has none, or is not held. */
    public int year(String meeting) {
        return notebook.reading(
                at -> at.revisions().visible(meeting).map(MeetingPlan::yearOf).orElse(0));
    }

    /** What takes the rows one after the other. */
    private interface Taking {
        void take(Opened row);
    }

    private static void each(Snapshot at, String meeting, Taking taking) {
        Lists.Choice all = new Lists.Choice("recommendation", Lists.Show.ALL, null, Lists.Order.CODE);
        Json wanted = Json.of(meeting);
        for (int offset = 0; ; offset += PAGE) {
            List<Lists.Row> page = at.lists().page(all, offset, PAGE);
            for (Lists.Row row : page) {
                at.revisions()
                        .state(row.record())
                        .filter(state -> wanted.equals(state.values().get("focusGroup")))
                        .ifPresent(state -> taking.take(new Opened(
                                new SaveRecord.Form(row.record(), state.type(), state.parentsOfNextEdit()),
                                state,
                                false)));
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private static int yearOf(RecordState state) {
        String date = text(state, "date");
        return DateText.isDate(date) ? Integer.parseInt(date.substring(0, 4)) : 0;
    }

    private static @Nullable String campaign(RecordState state) {
        String campaign = text(state, "campaign");
        return campaign.isEmpty() ? null : campaign;
    }

    private static String text(Opened row, String field) {
        RecordState state = row.state();
        return state == null ? "" : text(state, field);
    }

    private static String text(RecordState state, String field) {
        return state.values().get(field) instanceof Json.Text text ? text.value() : "";
    }

    private static long number(Opened row) {
        RecordState state = row.state();
        return state != null && state.values().get("number") instanceof Json.Int number
                ? number.value()
                : Long.MAX_VALUE;
    }
}
