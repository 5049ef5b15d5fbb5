package org.jailoo.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.app.ComingRecords.Coming;
import org.jailoo.app.ComingRecords.Contending;
import org.jailoo.app.ComingRecords.Line;
import org.jailoo.app.ComingRecords.Mark;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.References;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Fates.Fate;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Reading;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** One record as it would become, in words: what changes and what contradicts first, then what stays. To be read only. */
final class ComingView {
    private final ComingModel model;
    private final Texts texts;
    private final References references;
    private @Nullable Page page;

    ComingView(ComingModel model, Texts texts, References references) {
        this.model = model;
        this.texts = texts;
        this.references = references;
    }

    Node of(Coming coming) {
        end();
        VBox box = new VBox(10);
        box.getStyleClass().add("coming-lines");
        RecordState after = coming.after();
        if (coming.closed()) {
            box.getChildren().add(Wrapped.words(texts.text("exchange.import.coming.closed"), "quiet"));
            return box;
        }
        if (coming.told().fate() == Fate.ERASED) {
            box.getChildren().add(ImportDetails.warning(texts.text("exchange.import.coming.erase")));
        }
        if (coming.told().waiting()) {
            box.getChildren().add(ImportDetails.warning(texts.text("exchange.import.coming.wait")));
        }
        if (after == null) {
            return box;
        }
        if (after.deleted()) {
            box.getChildren().add(ImportDetails.warning(texts.text("exchange.import.coming.gone")));
        }
        Page words = page(after);
        page = words;
        VBox lines = new VBox(10);
        box.getChildren().add(lines);
        fill(lines, words, coming.lines());
        // Names of the records that it names come a moment later.
        words.listen(words.namings(), now -> fill(lines, words, coming.lines()));
        Reading reading = new Reading(words);
        for (Line line : coming.lines()) {
            for (Json value : values(line)) {
                reading.readNames(line.path(), value);
            }
        }
        return box;
    }

    /** Lets go of what was shown. */
    void end() {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private Page page(RecordState state) {
        RecordForm form = new RecordForm(
                model.notebook().schema(),
                new Opened(new SaveRecord.Form(state.record(), state.type(), List.of()), state, false));
        return new Page(
                form,
                texts,
                new Page.Links(references, model.tasks(), (type, record) -> {}, List.of()),
                new ReadOnlyObjectWrapper<RecordHistory.@Nullable Story>().getReadOnlyProperty());
    }

    private static List<Json> values(Line line) {
        List<Json> values = new ArrayList<>();
        if (line.before() != null) {
            values.add(line.before());
        }
        if (line.after() != null) {
            values.add(line.after());
        }
        line.contending().forEach(each -> values.add(each.value()));
        return values;
    }

    private void fill(VBox into, Page words, List<Line> lines) {
        Reading reading = new Reading(words);
        List<Node> first = new ArrayList<>();
        List<Node> rest = new ArrayList<>();
        for (Line line : lines) {
            if (line.mark() == Mark.CONFLICT) {
                first.add(0, conflict(reading, line));
            } else {
                (line.mark() == Mark.SAME ? rest : first).add(line(reading, line));
            }
        }
        if (!rest.isEmpty()) {
            Label stays = Wrapped.words(texts.text("exchange.import.coming.rest"), "quiet", "coming-rest");
            stays.setMaxWidth(Double.MAX_VALUE);
            first.add(stays);
            first.addAll(rest);
        }
        into.getChildren().setAll(first);
    }

    private Node line(Reading reading, Line line) {
        TextFlow flow = new TextFlow(text(reading.label(line.path()), "history-label"));
        String mark = switch (line.mark()) {
            case NEW -> texts.text("exchange.import.coming.mark.new");
            case CHANGED -> texts.text("exchange.import.coming.mark.changed");
            case GONE -> texts.text("exchange.import.coming.mark.gone");
            case SAME, CONFLICT -> "";
        };
        if (!mark.isEmpty()) {
            flow.getChildren().add(text("  " + mark, "coming-mark"));
        }
        flow.getChildren().add(new Text("\n"));
        if (line.before() != null && line.mark() != Mark.SAME) {
            flow.getChildren().add(text(reading.value(line.path(), line.before()), "history-before"));
        }
        if (line.mark() == Mark.CHANGED) {
            flow.getChildren().add(text(" → ", "history-after"));
        }
        if (line.after() != null) {
            flow.getChildren().add(text(reading.value(line.path(), line.after()), "history-after"));
        }
        return flow;
    }

    private Node conflict(Reading reading, Line line) {
        VBox box = new VBox(6);
        box.getStyleClass().add("conflict");
        box.getChildren()
                .addAll(
                        Wrapped.words(reading.label(line.path()), "conflict-title"),
                        Wrapped.words(texts.text("exchange.import.coming.mark.conflict"), "small"));
        List<Json> all = line.contending().stream().map(Contending::value).toList();
        for (Contending each : line.contending()) {
            String from = each.comes()
                    ? texts.text("exchange.import.coming.comes", each.from())
                    : texts.text("exchange.import.coming.here", each.from());
            VBox row = new VBox(
                    2, Wrapped.words(reading.value(line.path(), each.value(), all)), Wrapped.words(from, "small"));
            row.getStyleClass().add("conflict-row");
            box.getChildren().add(row);
        }
        return box;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
