package org.jailoo.ui.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.interview.ConsentModel.Step;
import org.jspecify.annotations.Nullable;

/** Consent as it is asked: the text to read aloud, the answer, and what the answer calls for. */
final class ConsentPane extends VBox {
    private final Page page;
    private final ConsentModel consent;
    private final ScriptModel scripts;
    private final Around around;
    private final VBox details = new VBox(16);
    private final Label state = new Label();
    private final VBox warnings = new VBox(8);
    private @Nullable Step drawn;

    /** What the pane works with. */
    record Around(Clock clock, Prompts prompts, PeopleModel people, Navigator navigator) {}

    ConsentPane(Page page, ConsentModel consent, ScriptModel scripts, Around around) {
        super(16);
        this.page = page;
        this.consent = consent;
        this.scripts = scripts;
        this.around = around;
        setId("consent");
        getStyleClass().add("consent");
        getStylesheets().addAll(Sheets.CONTROLS, Sheet.INTERVIEW);
        state.setWrapText(true);
        state.setId("consent-state");
        state.getStyleClass().add("consent-state");
        getChildren().addAll(ConflictPane.all(page, List.of("consent")));
        getChildren().addAll(new ScriptPane(page, scripts), question(), warnings, state, details);
        show();
        page.listen(consent.step(), now -> show());
        page.listen(consent.behind(), now -> warn());
        page.listen(consent.stored(), now -> warn());
    }

    private Node question() {
        Entry given = consent.part("given");
        List<String> codes = new ArrayList<>(List.of("yes", "declined", "pending"));
        if (page.form().state() != null) {
            codes.add("withdrawn");
        }
        ChoiceRow row = new ChoiceRow(FieldPane.id(given.place()), codes, this::answerLabel, this::answer);
        row.getStyleClass().add("large-choice");
        // The entry, and not the form behind it, which learns of a new answer a moment later.
        row.show(code(given.value().get()));
        page.listen(given.value(), now -> row.show(code(now)));
        Label ask = new Label(page.text(consent.isGated() ? "interview.consent.question" : "interview.consent.group"));
        ask.setWrapText(true);
        ask.getStyleClass().add("part-head");
        return new VBox(8, ask, row);
    }

    private static @Nullable String code(@Nullable Json value) {
        return value instanceof Json.Text text ? text.value() : null;
    }

    private String answerLabel(String code) {
        return switch (code) {
            case "yes" -> page.text("interview.answer.yes");
            case "declined" -> page.text("interview.answer.declined");
            case "pending" -> page.text("interview.answer.pending");
            default -> page.text("interview.answer.withdrawn");
        };
    }

    private void answer(@Nullable String code) {
        if (!"declined".equals(code) || !consent.isGated()) {
            consent.answer(code, code == null ? null : scripts.read());
            return;
        }
        List<String> lost = consent.lost();
        if (lost.isEmpty()) {
            consent.decline(scripts.read());
            return;
        }
        redraw();
        String names = String.join(", ", lost.stream().map(page::label).toList());
        around.prompts()
                .ask(
                        page.text("interview.decline.title"),
                        page.text("interview.decline.question", names),
                        List.of(
                                new Prompts.Answer(
                                        page.text("interview.decline.yes"),
                                        Prompts.Kind.DANGER,
                                        () -> consent.decline(scripts.read())),
                                new Prompts.Answer(
                                        page.text("interview.decline.no"), Prompts.Kind.OTHER, this::redraw)));
    }

    /** Shows the answer that stands, not the one that was pressed. */
    private void redraw() {
        if (lookup("#" + FieldPane.id(consent.part("given").place())) instanceof ChoiceRow row) {
            row.show(code(consent.part("given").value().get()));
        }
    }

    // ---- what the answer calls for

    private void show() {
        Step now = consent.step().get();
        if (now != drawn) {
            boolean agreed = isAgreed(now);
            if (drawn == null || agreed != isAgreed(drawn) || !agreed) {
                details.getChildren().setAll(agreed ? agreed() : otherwise(now));
            }
            drawn = now;
        }
        String text = sentence(now);
        state.setText(text);
        state.setVisible(!text.isEmpty());
        state.setManaged(!text.isEmpty());
        warn();
    }

    private static boolean isAgreed(Step step) {
        return step == Step.OPEN || step == Step.NOTHING_KEPT;
    }

    private String sentence(Step now) {
        if (!consent.isGated()) {
            return "";
        }
        return switch (now) {
            case UNANSWERED -> page.text("interview.state.unanswered");
            case NOTHING_KEPT -> page.text("interview.state.nothing-kept");
            case OPEN -> "";
            case DECLINED -> page.text("interview.state.declined");
            case PENDING -> page.text("interview.state.pending");
            case WITHDRAWN -> page.text("interview.state.withdrawn");
            case CONTRADICTED -> page.text("interview.state.contradicted");
        };
    }

    private void warn() {
        warnings.getChildren().clear();
        if (consent.stored().get()) {
            warnings.getChildren().add(warning("consent-stored", page.text("interview.consent.stored"), null));
        }
        if (consent.behind().get()) {
            Button out = new Button(page.text("interview.consent.take-out"));
            out.setId("consent-take-out");
            out.setMinWidth(USE_PREF_SIZE);
            out.setOnAction(event -> consent.takeOut());
            warnings.getChildren().add(warning("consent-behind", page.text("interview.consent.behind"), out));
        }
        warnings.setManaged(!warnings.getChildren().isEmpty());
    }

    static HBox warning(String id, String text, @Nullable Node button) {
        Label label = new Label(text);
        label.setWrapText(true);
        HBox box = new HBox(12, label);
        HBox.setHgrow(label, javafx.scene.layout.Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        box.setId(id);
        box.getStyleClass().add("warning");
        if (button != null) {
            box.getChildren().add(button);
        }
        return box;
    }

    private List<Node> agreed() {
        FieldGrid grid = new FieldGrid();
        grid.add(
                labelled(
                        "how",
                        ChoiceRow.of(page, consent.part("how"), "consentHow", List.of("oral", "written", "audio"))),
                false);
        grid.add(dated("date"), false);
        List<Node> nodes = new ArrayList<>(List.of(grid));
        nodes.add(new PurposesPane(page, consent.part("purposes")));
        FieldGrid more = new FieldGrid();
        more.add(field("scriptVersion"), false);
        more.add(field("expires"), false);
        nodes.add(more);
        if (consent.isGated()) {
            nodes.add(new GuardianPane(page, consent, around.people()));
        }
        return nodes;
    }

    private List<Node> otherwise(Step now) {
        if (now == Step.UNANSWERED || now == Step.CONTRADICTED) {
            return List.of();
        }
        FieldGrid grid = new FieldGrid();
        grid.add(dated(now == Step.WITHDRAWN ? "withdrawn" : "date"), false);
        grid.add(field("scriptVersion"), false);
        boolean stored = page.form().state() != null && !page.form().state().purged();
        return stored && now != Step.PENDING ? List.of(grid, erasing(now)) : List.of(grid);
    }

    /** The way to an erasure: a record that was saved before keeps its history until then. */
    private Node erasing(Step now) {
        Label words = new Label(
                page.text(now == Step.WITHDRAWN ? "withdrawal.consent.withdrawn" : "withdrawal.consent.declined"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("quiet");
        Button erase = new Button(page.text("withdrawal.action.withdraw"));
        erase.setId("consent-withdraw");
        erase.setMinWidth(USE_PREF_SIZE);
        erase.setOnAction(event -> around.navigator()
                .withdraw(page.form().typeName(), page.form().opened().form().record()));
        return new VBox(8, words, erase);
    }

    private Node field(String member) {
        return FieldPane.of(page, consent.part(member), new String[] {"consent", member});
    }

    private Node labelled(String member, Node control) {
        return new VBox(
                6, FieldPane.head(page, consent.part(member).field(), page.label("consent", member), control), control);
    }

    /** A date that is never filled in by itself, with a button that fills in today's. */
    private Node dated(String member) {
        Pane field = (Pane) field(member);
        Button today = new Button(page.text("interview.consent.today"));
        today.getStyleClass().addAll("flat", "small", "accent", "today");
        today.setId("today-" + member);
        today.setOnAction(event ->
                consent.part(member).set(Json.of(LocalDate.now(around.clock()).toString())));
        if (field.getChildren().get(0) instanceof HBox head) {
            head.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().add(Objects.requireNonNull(today));
        }
        return field;
    }
}
