package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The values of a path that contradict each other, each with who wrote it and when, and a button to keep it. */
public final class ConflictPane extends VBox {
    private final Page page;
    private final String path;

    private ConflictPane(Page page, String path) {
        super(8);
        this.page = page;
        this.path = path;
        getStyleClass().addAll("conflict");
        setId("conflict-" + path.replace('/', '-'));
        show();
        page.listen(page.form().turns(), turn -> {
            if (page.form().isSettled(path) != settled) {
                show();
            }
        });
        page.listen(page.conflicts(), now -> show());
        page.listen(page.namings(), now -> show());
        page.form().conflict(path).forEach(value -> new Reading(page).readNames(path, value));
    }

    private boolean settled;

    /** One for each path in conflict. */
    public static List<Node> all(Page page, List<String> paths) {
        List<Node> panes = new ArrayList<>();
        for (String path : paths) {
            if (!page.form().conflict(path).isEmpty()) {
                panes.add(new ConflictPane(page, path));
            }
        }
        return panes;
    }

    private void show() {
        settled = page.form().isSettled(path);
        Label title = new Label(
                page.text(settled ? "record.conflict.settled" : "record.conflict.title", new Reading(page).label(path)),
                new FontIcon(settled ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        title.setWrapText(true);
        title.getStyleClass().add("conflict-title");
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (settled) {
            Hyperlink undo = new Hyperlink(page.text("record.conflict.undo"));
            undo.setOnAction(event -> page.form().undo(path));
            head.getChildren().add(undo);
        }
        getChildren().setAll(head);
        if (path.equals("consent")) {
            Label strict = new Label(page.text("record.conflict.consent"));
            strict.setWrapText(true);
            getChildren().add(strict);
        }
        List<Contender> contenders = page.contenders(path);
        List<Json> all = contenders.stream().map(Contender::value).toList();
        for (Contender contender : contenders) {
            getChildren().add(row(contender, all));
        }
    }

    private Node row(Contender contender, List<Json> all) {
        Json value = contender.value();
        Label text = new Label(new Reading(page).value(path, value, all));
        text.setWrapText(true);
        text.getStyleClass().add("conflict-value");
        Label who = new Label(contender.who());
        who.getStyleClass().addAll("small");
        who.setWrapText(true);
        VBox said = new VBox(2, text, who);
        who.setManaged(!contender.who().isEmpty());
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("conflict-row");
        Json now = page.form().changes().value(path);
        if (settled && value.equals(now == null ? Json.NULL : now)) {
            Label kept = new Label(page.text("record.conflict.kept"), new FontIcon(Feather.CHECK));
            kept.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            row.getChildren().add(kept);
        } else {
            Button keep = new Button(page.text("record.conflict.keep"));
            keep.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            keep.getStyleClass().add("keep");
            keep.setOnAction(event -> {
                page.form().settle(path, value);
                show();
            });
            row.getChildren().add(keep);
        }
        return row;
    }
}
