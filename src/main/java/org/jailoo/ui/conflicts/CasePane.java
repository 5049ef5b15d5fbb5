package org.jailoo.ui.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.app.RecordHistory.Writing;
import org.jailoo.app.References;
import org.jailoo.consent.Consent;
import org.jailoo.json.Json;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.GrowingArea;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Reading;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.form.WhoWhen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One contradiction: the values side by side, what may be made of them together, and the buttons that decide. */
final class CasePane extends VBox {
    private static final int ABREAST = 3;
    /** From so many times the usual size on. */
    private static final double LARGE = 1.3;

    private final ConflictsModel model;
    private final Case shown;
    private final Texts texts;
    private final Navigator navigator;
    private final Page page;
    private final List<ValueCard> cards = new ArrayList<>();
    private final HBox ask = new HBox(10);
    private final VBox together = new VBox(8);
    private final VBox wholeSide = new VBox();
    private final GrowingArea area = new GrowingArea(3, 300);
    private final Button save;
    private boolean whole;

    CasePane(ConflictsModel model, Case shown, Texts texts, Navigator navigator, References references) {
        super(14);
        this.model = model;
        this.shown = shown;
        this.texts = texts;
        this.navigator = navigator;
        setId("conflict-case");
        getStyleClass().add("conflict-case");
        this.page = new Page(
                new RecordForm(
                        model.desk().schema(),
                        new OpenRecord.Opened(
                                shown.shown().form(), shown.shown().state(), false)),
                texts,
                new Page.Links(references, model.desk().tasks(), navigator::openRecord, List.of()),
                new ReadOnlyObjectWrapper<RecordHistory.Story>().getReadOnlyProperty());
        this.save = ValueCard.button("keep-together", texts.text("conflicts.action.together"), "0", this::keepTogether);
        Reading reading = new Reading(page);
        shown.values().forEach(value -> reading.readNames(shown.line().path(), value.value()));
        getChildren().add(head(reading));
        notices();
        Node values = values();
        if (shown.counts() != null) {
            List<String> whos = shown.values().stream().map(this::who).toList();
            ConsentTable table = new ConsentTable(texts, shown, whos, LocalDate.now(model.clock()));
            getChildren().addAll(table.acts(), values, table);
        } else {
            getChildren().add(values);
        }
        together.setId("conflict-together");
        together.getStyleClass().addAll("card", "conflict-card");
        area.setId("conflict-text");
        area.setAccessibleText(texts.text("conflicts.own.title"));
        area.textProperty().bindBidirectional(model.text());
        area.focusedProperty().addListener((p, was, is) -> {
            if (is) {
                model.write();
            }
        });
        wholeSide.setId("conflict-whole-side");
        ask.setId("conflict-ask");
        ask.getStyleClass().add("warning");
        getChildren().addAll(wholeSide, together);
        page.listen(page.namings(), now -> fill());
        page.listen(model.chosen(), now -> choose());
        page.listen(model.asking(), now -> choose());
        page.listen(model.writing(), now -> put());
        fill();
        put();
        choose();
    }

    private String who(Contending value) {
        List<Writing> writings = value.writings();
        return writings.isEmpty()
                ? ""
                : new WhoWhen(page).who(writings.get(writings.size() - 1).who());
    }

    private Node head(Reading reading) {
        String name = QueuePane.name(texts, shown.line());
        String field = shown.isDeletion()
                ? texts.text("conflicts.field.deleted")
                : reading.label(shown.line().path());
        Label title = Wrapped.words(name + " · " + field, "section-title");
        title.setId("conflict-title");
        Hyperlink open = new Hyperlink(texts.text("conflicts.case.open"));
        open.setId("conflict-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(
                e -> navigator.openRecord(shown.line().type(), shown.line().record()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(10, title, open);
        line.setAlignment(Pos.TOP_LEFT);
        VBox head = new VBox(4, line, Wrapped.words(sentence(), "quiet"));
        int more = shown.shown().conflicts().size() - 1;
        if (more > 0) {
            head.getChildren().add(Wrapped.words(texts.plural("conflicts.case.more", more), "quiet"));
        }
        return head;
    }

    /** What happened here. */
    private String sentence() {
        if (!shown.isDeletion()) {
            return texts.text("conflicts.case.apart");
        }
        String deleted = "";
        String wrote = "";
        for (Contending value : shown.values()) {
            String who = new WhoWhen(page).writings(value.writings());
            if (Json.TRUE.equals(value.value())) {
                deleted = who;
            } else {
                wrote = who;
            }
        }
        return texts.text("conflicts.case.deleted", deleted, wrote);
    }

    private void notices() {
        if (!shown.isOpen()) {
            getChildren().add(notice(Feather.INFO, texts.text("conflicts.case.unknown")));
        }
        if (shown.shown().typed()) {
            getChildren().add(notice(Feather.EDIT_3, texts.text("conflicts.case.typed")));
        }
        if (shown.shown().state().incomplete()) {
            getChildren().add(notice(Feather.INFO, texts.text("record.state.incomplete")));
        }
    }

    private static Node notice(Feather icon, String words) {
        Label label = Wrapped.words(words);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(icon), label);
        line.getStyleClass().add("notice");
        return line;
    }

    private Node values() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        // Of large letters fewer stand abreast.
        int abreast = texts.letters().pixels(ABREAST) > ABREAST * LARGE ? 2 : ABREAST;
        int columns = Math.min(abreast, shown.values().size());
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < shown.values().size(); i++) {
            int value = i;
            ValueCard card = new ValueCard(page, shown, i, () -> press(value));
            card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            cards.add(card);
            grid.add(card, i % columns, i / columns);
            if (i % columns == 0) {
                RowConstraints row = new RowConstraints();
                row.setVgrow(Priority.SOMETIMES);
                grid.getRowConstraints().add(row);
            }
        }
        VBox box = new VBox(6, grid);
        if (isCut()) {
            Hyperlink all = new Hyperlink(texts.text("conflicts.case.whole"));
            all.setId("conflict-whole");
            all.setOnAction(e -> {
                whole = true;
                box.getChildren().remove(all);
                fill();
            });
            box.getChildren().add(all);
        }
        return box;
    }

    private boolean isCut() {
        ValueWords words = new ValueWords(page, shown);
        for (int i = 0; i < shown.values().size(); i++) {
            if (words.of(i, false).stream()
                    .anyMatch(line ->
                            line.pieces().stream().anyMatch(p -> p.text().contains(" … ")))) {
                return true;
            }
        }
        return false;
    }

    /** The first press chooses, the second saves. */
    private void press(int value) {
        if (model.chosen().get() == value) {
            model.confirm();
        } else {
            model.choose(value);
        }
    }

    private void keepTogether() {
        if (model.chosen().get() == shown.values().size()) {
            model.confirm();
        } else {
            model.chooseTogether();
        }
    }

    private void fill() {
        ValueWords words = new ValueWords(page, shown);
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(words.of(i, whole));
        }
        if (!shown.isText()) {
            put();
        }
    }

    /** Puts the suggestion, or the field to write in, under the values; nothing where there is neither. */
    private void put() {
        boolean there = shown.together().isPresent() || model.writing().get();
        together.setVisible(there);
        together.setManaged(there);
        if (!there) {
            return;
        }
        List<Node> inside = new ArrayList<>();
        boolean suggested = shown.together().isPresent();
        inside.add(Wrapped.words(
                texts.text(suggested ? "conflicts.together.title" : "conflicts.own.title"), "section-title"));
        if (shown.isText()) {
            inside.add(Wrapped.words(
                    texts.text(
                            !suggested
                                    ? "conflicts.own.hint"
                                    : shown.bothStand() ? "conflicts.together.both" : "conflicts.together.hint"),
                    "quiet"));
            inside.add(area);
        } else {
            inside.add(Wrapped.words(texts.text("conflicts.together.parts"), "quiet"));
            shown.together()
                    .ifPresent(value ->
                            new ValueWords(page, shown).of(value).forEach(line -> inside.add(ValueCard.line(line))));
        }
        FlowPane foot = new FlowPane(10, 8, save);
        inside.add(foot);
        together.getChildren().setAll(inside);
    }

    private void choose() {
        int chosen = model.chosen().get();
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).choose(i == chosen);
        }
        boolean own = chosen == cards.size();
        save.setText(texts.text(own ? "conflicts.action.save" : "conflicts.action.together"));
        boolean typing = area.isFocused();
        save.setGraphic(ValueCard.cap(own ? (typing ? "Ctrl+Enter" : "Enter") : "0"));
        save.getStyleClass().remove("accent");
        if (own) {
            save.getStyleClass().add("accent");
        }
        side(chosen);
        ask();
    }

    /** Where more of the record is in conflict, the same side can be kept in all of it. */
    private void side(int chosen) {
        SortedMap<String, Json> all = shown.wholeSide(chosen);
        boolean there = all.size() > 1;
        wholeSide.setVisible(there);
        wholeSide.setManaged(there);
        if (there) {
            Button keep = ValueCard.button(
                    "keep-side",
                    texts.plural(
                            "conflicts.action.side",
                            all.size(),
                            who(shown.values().get(chosen))),
                    "⇧Enter",
                    model::confirmWholeSide);
            keep.setWrapText(true);
            keep.setMinSize(0, Region.USE_PREF_SIZE);
            wholeSide.getChildren().setAll(keep);
        }
    }

    private void ask() {
        boolean asking = model.asking().get();
        ask.setVisible(asking);
        ask.setManaged(asking);
        Consent counts = shown.counts();
        if (!asking || counts == null) {
            return;
        }
        Json value = shown.values().get(model.chosen().get()).value();
        String more = ConsentTable.more(texts, Consent.ofValue(value, LocalDate.now(model.clock())), counts);
        Label words = Wrapped.words(
                more.isEmpty() ? texts.text("conflicts.ask.guardian") : texts.text("conflicts.ask.consent", more));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        ask.getChildren()
                .setAll(
                        new FontIcon(Feather.ALERT_TRIANGLE),
                        words,
                        ValueCard.button("ask-yes", texts.text("conflicts.ask.yes"), "Enter", model::confirm),
                        ValueCard.button("ask-no", texts.text("conflicts.ask.no"), "Esc", model::stepBack));
    }

    /** Puts the keyboard into the text, or leads to where the value can be written. */
    void edit() {
        if (model.write()) {
            area.requestFocus();
            area.end();
            choose();
        } else if (shown.isOpen()) {
            navigator.openRecordAt(
                    shown.line().type(),
                    shown.line().record(),
                    Case.name(shown.line().path()),
                    0);
        }
    }

    /** The question that is asked once more, to stand where it is always in sight. */
    Node question() {
        return ask;
    }

    /** Ends what it listens to. */
    void close() {
        area.textProperty().unbindBidirectional(model.text());
        page.close();
    }
}
