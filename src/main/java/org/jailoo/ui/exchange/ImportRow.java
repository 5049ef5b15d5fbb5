package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jailoo.app.ImportResult;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.Arrival.Claim;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A file of the desk in one line, and what there is to say of it when it is unfolded. A step of its reading moves the
 * bar alone; nothing is made anew for it.
 */
final class ImportRow extends VBox {
    private final Texts texts;
    private final ImportDetails details;
    private final GridPane line;
    private final boolean words;
    private final FontIcon icon = new FontIcon(Feather.CLOCK);
    private final Label sender = new Label();
    private final Label file = new Label();
    private final Label written = new Label();
    private final List<Label> numbers = new ArrayList<>();
    private final Label counted = new Label();
    private final Label state = new Label();
    private final VBox where = new VBox(3, state);
    private @Nullable ProgressBar bar;
    private final FontIcon chevron = new FontIcon(Feather.CHEVRON_DOWN);
    private final Button unfold = new Button(null, chevron);
    private Arrival arrival;
    private boolean open;

    ImportRow(Arrival first, Texts texts, ImportDetails details, boolean open) {
        this.arrival = first;
        this.texts = texts;
        this.details = details;
        this.open = open;
        this.line = ImportColumns.line(texts);
        this.words = ImportColumns.areWords(texts);
        getStyleClass().addAll("card", "import-row");
        file.getStyleClass().addAll("quiet", "small");
        sender.getStyleClass().add("import-sender");
        VBox who = new VBox(1, sender, file);
        who.setMinWidth(0);
        who.setAlignment(Pos.CENTER_LEFT);
        line.add(icon, 0, 0);
        line.add(who, 1, 0);
        if (words) {
            written.getStyleClass().addAll("quiet", "small");
            List.of(sender, file, counted).forEach(label -> label.setWrapText(true));
            who.getChildren().addAll(written, counted);
        } else {
            line.add(written, 2, 0);
        }
        state.setWrapText(true);
        where.setAlignment(Pos.CENTER_LEFT);
        GridPane.setMargin(where, ImportColumns.BESIDE_NUMBERS);
        int end = words ? 2 : 3 + ImportColumns.NUMBERS;
        line.add(where, end, 0);
        line.add(unfold, end + 1, 0);
        line.getChildren().forEach(node -> GridPane.setValignment(node, VPos.CENTER));
        unfold.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "import-unfold");
        unfold.setOnAction(e -> turn());
        line.setOnMouseClicked(e -> turn());
        getChildren().add(line);
        fill();
    }

    /** Says as which of the list it stands. */
    void at(int place) {
        unfold.setId("import-unfold-" + place);
    }

    private void turn() {
        open = !open;
        fill();
    }

    /** Shows how far the file has come now. */
    void show(Arrival now) {
        boolean step = arrival.stage() == Stage.READING && now.stage() == Stage.READING;
        arrival = now;
        if (step && bar != null) {
            bar.setProgress(now.progress());
        } else {
            fill();
        }
    }

    private void fill() {
        Seen seen = arrival.seen();
        Claim claim = arrival.claim();
        String name = String.valueOf(arrival.file().getFileName());
        String from =
                seen != null ? seen.sender().shownName() : claim != null && claim.name() != null ? claim.name() : null;
        sender.setText(from == null ? name : from);
        file.setText(from == null ? "" : name);
        file.setManaged(from != null);
        String created = seen != null ? seen.created() : claim != null ? claim.created() : null;
        written.setText(created == null ? "" : texts.labels().date(created.substring(0, 10)));
        ImportResult result = arrival.result();
        List<Long> counts = result == null
                ? List.of()
                : List.of(
                        result.fresh(),
                        result.changed(),
                        result.same(),
                        result.conflicts(),
                        result.erased() + result.heldPurges(),
                        result.gaps());
        if (words) {
            inWords(counts);
        } else {
            for (int i = 0; i < counts.size(); i++) {
                number(i, counts.get(i));
            }
        }
        written.setManaged(created != null);
        state.setText(said());
        icon.setIconCode(icon());
        if (!icon.getStyleClass().contains(sign())) {
            icon.getStyleClass().setAll("ikonli-font-icon", sign());
        }
        boolean reading = arrival.stage() == Stage.READING;
        if (reading != (bar != null)) {
            bar = reading ? new ProgressBar(arrival.progress()) : null;
            where.getChildren().setAll(bar == null ? List.of(state) : List.of(state, bar));
        }
        if (bar != null) {
            bar.setMaxWidth(Double.MAX_VALUE);
        }
        chevron.setIconCode(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        unfold.setAccessibleText(texts.text("exchange.import.details", name));
        Node more = details.of(arrival, open);
        getChildren().remove(1, getChildren().size());
        if (more != null) {
            getChildren().add(more);
        }
    }

    /** A number of the line; made when there first is one, because most files wait a while for theirs. */
    private void number(int place, long count) {
        while (numbers.size() <= place) {
            Label label = new Label();
            GridPane.setValignment(label, VPos.CENTER);
            line.add(label, 3 + numbers.size(), 0);
            numbers.add(label);
        }
        Label label = numbers.get(place);
        label.setText(texts.labels().number(count));
        label.setOpacity(arrival.stale() ? 0.5 : 1);
        String style = count == 0 ? "import-zero" : place >= 3 ? "import-grave" : "import-number";
        if (!label.getStyleClass().contains(style)) {
            label.getStyleClass().setAll("label", style);
        }
    }

    private void inWords(List<Long> counts) {
        List<String> names = ImportColumns.numbers(texts);
        counted.setText(IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) > 0)
                .mapToObj(i -> texts.labels().number(counts.get(i)) + " " + names.get(i))
                .collect(Collectors.joining(" · ")));
        counted.setManaged(!counted.getText().isEmpty());
        counted.setOpacity(arrival.stale() ? 0.5 : 1);
    }

    private boolean isToCompare() {
        return arrival.stage() == Stage.READY
                && arrival.seen() != null
                && arrival.seen().trust() == Trust.UNKNOWN;
    }

    private String said() {
        if (isToCompare()) {
            return texts.text("exchange.import.stage.compare");
        }
        if (arrival.stale() && arrival.stage() == Stage.READY) {
            return texts.text("exchange.import.stage.counting");
        }
        return switch (arrival.stage()) {
            case QUEUED -> texts.text("exchange.stage.queued");
            case READING -> texts.text("exchange.stage.reading");
            case STOPPED -> texts.text("exchange.import.stage.stopped");
            case READY -> texts.text("exchange.stage.ready");
            case CHOSEN -> texts.text("exchange.import.stage.chosen");
            case WRITING -> texts.text("exchange.stage.writing");
            case WRITTEN -> texts.text("exchange.stage.written");
            case REFUSED -> texts.text("exchange.stage.refused");
            case TWIN -> texts.text("exchange.import.stage.twin");
        };
    }

    private Feather icon() {
        return switch (arrival.stage()) {
            case QUEUED, READING, CHOSEN, WRITING -> Feather.CLOCK;
            case STOPPED -> Feather.PAUSE_CIRCLE;
            case READY -> isToCompare() ? Feather.HELP_CIRCLE : Feather.EYE;
            case WRITTEN -> Feather.CHECK_CIRCLE;
            case REFUSED -> Feather.X_OCTAGON;
            case TWIN -> Feather.COPY;
        };
    }

    private String sign() {
        return switch (arrival.stage()) {
            case WRITTEN -> "import-sign-in";
            case REFUSED -> "import-sign-out";
            default -> isToCompare() ? "conflict-mark" : "import-sign";
        };
    }
}
