package org.jailoo.ui.meeting;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.OpenRecord;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The controls of meetings and of the time of an action, for the generated form. */
public final class MeetingControls implements OwnControls {
    private final MeetingPlan plan;
    private final Navigator navigator;

    public MeetingControls(MeetingPlan plan, Navigator navigator) {
        this.plan = plan;
        this.navigator = navigator;
    }

    /** The screens of the action plans of one meeting; its rows live on when it is shown again in another language. */
    public interface Plans {
        Screen screen(Texts texts);
    }

    /** The action plans of a meeting. */
    public static Plans plans(String meeting, PlanUses uses, Tasks tasks, Navigator navigator, Prompts prompts) {
        PlanModel model = new PlanModel(
                new PlanModel.Desk(
                        uses.schema(),
                        new PlanModel.Uses(uses.plan(), new OpenRecord(uses.notebook()), uses.save(), uses.drafts()),
                        tasks),
                meeting);
        return texts -> new PlanScreen(model, texts, navigator, prompts);
    }

    @Override
    public @Nullable Node control(Page page, Field field) {
        String type = page.form().typeName();
        if (type.equals("focusGroup")) {
            return switch (field.name()) {
                case "kind" -> kind(page, field);
                case "attendance" -> attendance(page, field);
                default -> null;
            };
        }
        boolean when = type.equals("recommendation") && field.name().equals("timeline");
        return when && isGroup(page.form(), field) ? when(page, field) : null;
    }

    private static boolean isGroup(RecordForm form, Field field) {
        Json now = form.value(Place.at(field.name()));
        return field.kind() instanceof FieldKind.Group && (now == null || now instanceof Json.Obj);
    }

    private static @Nullable Node attendance(Page page, Field field) {
        if (!(field.kind() instanceof FieldKind.Items list)
                || !list.members().keySet().containsAll(List.of("role", "sex", "ageBand", "country", "count"))) {
            return null;
        }
        AttendanceGrid grid = new AttendanceGrid(page, new AttendanceModel(page.form()));
        grid.getStylesheets().add(PlanScreen.sheet());
        return grid;
    }

    /** The kind of the meeting, and beside it the way to its action plans. */
    private Node kind(Page page, Field field) {
        Node pane = FieldPane.of(page, page.form().entry(field), new String[] {field.name()});
        VBox box = new VBox(6, pane);
        box.getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf(field.name())));
        String meeting = page.form().opened().form().record();
        Button way = new Button(page.text("meeting.plan.way"), new FontIcon(Feather.LIST));
        way.setId("meeting-plan");
        way.setMinWidth(Region.USE_PREF_SIZE);
        way.setOnAction(event -> navigator.openPlan(meeting));
        boolean saved = page.form().state() != null;
        way.setDisable(!saved);
        page.listen(page.form().turns(), turn -> way.setDisable(page.form().state() == null));
        if (saved) {
            page.links()
                    .tasks()
                    .of(watch -> plan.count(meeting))
                    .onSuccess(count -> way.setText(page.text("meeting.plan.way-count", count)))
                    .start();
        } else {
            way.setTooltip(new Tooltip(page.text("meeting.plan.save-first")));
        }
        HBox line = new HBox(24, box, way);
        line.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        return line;
    }

    private Node when(Page page, Field field) {
        RecordForm form = page.form();
        WhenField control = new WhenField(page, field, new WhenModel(form, field, 0));
        control.getStylesheets().add(PlanScreen.sheet());
        Consumer<@Nullable Json> look =
                named -> year(page, named instanceof Json.Text text ? text.value() : "", control);
        Field meeting = AttendanceModel.field(form, "focusGroup");
        page.listen(form.entry(meeting).value(), look);
        look.accept(form.entry(meeting).value().get());
        return control;
    }

    /** The year of the meeting; without one, of the source. */
    private void year(Page page, String meeting, WhenField control) {
        int source = sourceYear(page.form());
        if (meeting.isEmpty()) {
            control.year(source);
            return;
        }
        page.links()
                .tasks()
                .of(watch -> plan.year(meeting))
                .onSuccess(year -> control.year(year == 0 ? source : year))
                .start();
    }

    private static int sourceYear(RecordForm form) {
        ItemsEntry sources = form.items(AttendanceModel.field(form, "source"));
        for (String id : sources.ids()) {
            if (!sources.isRemoved(id)
                    && form.value(sources.place(id).member("date")) instanceof Json.Text date
                    && DateText.isDate(date.value())) {
                return Integer.parseInt(date.value().substring(0, 4));
            }
        }
        return 0;
    }
}
