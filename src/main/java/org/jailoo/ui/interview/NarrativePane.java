package org.jailoo.ui.interview;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The narrative in its editor, its codes beside it, and below the code that is chosen. */
final class NarrativePane extends VBox {
    private static final KeyCombination CODE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final double LEAST = 300;
    private static final double MOST = 560;

    private final Page page;
    private final CodingModel model;
    private final CodedArea area;
    private final CodeList list;
    private final HBox beside = new HBox(16);
    private final VBox chosenBox = new VBox();
    private final Label words = new Label();
    private final VirtualizedScrollPane<CodedArea> scroll;
    private final StackPane frame;
    private @Nullable String chosen;

    NarrativePane(Page page, CodingModel model) {
        super(8);
        this.page = page;
        this.model = model;
        getStylesheets().addAll(Sheets.CONTROLS, Sheet.INTERVIEW);
        area = new CodedArea(model::edit);
        area.setId("field-narrative");
        scroll = new VirtualizedScrollPane<>(area);
        frame = new StackPane(scroll);
        frame.getStyleClass().add("coded-scroll");
        HBox.setHgrow(frame, Priority.ALWAYS);
        list = new CodeList(page, model, new CodeList.Acts(this::choose, this::quote, this::pick));
        HBox head = FieldPane.head(page, model.narrative().field(), page.label("narrative"), area);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        words.getStyleClass().addAll("quiet", "small");
        words.setId("narrative-words");
        Button code = new Button(page.text("interview.code.button"), new FontIcon(Feather.TAG));
        code.setId("narrative-code");
        code.setMinWidth(USE_PREF_SIZE);
        code.setFocusTraversable(true);
        code.setOnAction(event -> code());
        head.getChildren().addAll(space, code);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setSpacing(12);
        beside.getChildren().setAll(frame, list);
        getChildren().add(head);
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("narrative")));
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("violations")));
        getChildren().addAll(beside, words, chosenBox);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2 || CODE.match(event)) {
                code();
                event.consume();
            }
        });
        area.totalHeightEstimateProperty().addListener((p, before, now) -> grow(now));
        grow(0.0);
        show();
        page.listen(page.form().turns(), turn -> model.look());
        page.listen(model.turns(), turn -> show());
    }

    private void grow(@Nullable Double height) {
        double wanted = Math.max(LEAST, Math.min(MOST, (height == null ? 0 : height) + 30));
        if (Math.abs(scroll.getPrefHeight() - wanted) > 0.5) {
            scroll.setPrefHeight(wanted);
            scroll.setMinHeight(wanted);
        }
    }

    private void show() {
        area.show(model.text());
        if (chosen != null && model.codes().stream().noneMatch(one -> one.id().equals(chosen))) {
            choose(null);
        }
        area.mark(model.codes(), chosen);
        words.setText(page.messages().plural("interview.narrative.words", model.words()));
        list.show(chosen);
    }

    /** Chooses a code: its words are shown, and what it holds can be changed below. */
    private void choose(@Nullable String id) {
        if (Objects.equals(id, chosen)) {
            return;
        }
        chosen = id;
        chosenBox.getChildren().clear();
        area.mark(model.codes(), id);
        list.show(id);
        if (id == null) {
            return;
        }
        model.codes().stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(one -> {
            Span span = one.span();
            if (span != null) {
                area.selectRange(span.start(), span.end());
                area.requestFollowCaret();
            }
        });
        chosenBox.getChildren().setAll(new CodeDetails(page, model, id, () -> choose(null)));
    }

    /** Opens the picker for the words that are selected. */
    private void code() {
        Span span = area.selected();
        Span words = span == null ? null : span.trimmed(model.text());
        if (words == null) {
            list.hint(page.text("interview.code.select-first"));
            area.requestFocus();
            return;
        }
        pick(words);
    }

    private void pick(@Nullable Span words) {
        ViolationPicker picker = new ViolationPicker(
                page,
                words == null ? "" : words.in(model.text()),
                (violation, indicators) -> {
                    close(words);
                    model.code(words, violation, indicators);
                },
                () -> close(null));
        beside.getChildren().setAll(frame, picker);
        picker.begin();
    }

    private void close(@Nullable Span coded) {
        beside.getChildren().setAll(frame, list);
        if (coded != null) {
            // Reading goes on behind the words that were coded.
            area.moveTo(coded.end());
        }
        area.requestFocus();
    }

    /** Gives a code the words that are selected. */
    private void quote(String id) {
        Span span = area.selected();
        if (span == null) {
            list.hint(page.text("interview.code.select-first"));
        } else {
            model.quote(id, span);
        }
    }
}
