package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.CustodyStory.Line;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.withdrawal.WithdrawalsModel.LogPage;
import org.kordamp.ikonli.feather.Feather;

/** The custody log, the latest first, a page at a time; its check, and the code that proves later that nothing was changed. */
final class LogPane {
    private final WithdrawalsModel model;
    private final Texts texts;
    private final CustodyWords words;

    LogPane(WithdrawalsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new CustodyWords(texts);
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(Parts.words(texts.text("custody.log.text"))));
        LogPage page = model.logProperty().get();
        if (page == null) {
            return nodes;
        }
        nodes.add(seal(page));
        VBox lines = new VBox(2);
        lines.setId("custody-lines");
        page.lines().forEach(line -> lines.getChildren().add(line(line)));
        if (page.lines().isEmpty()) {
            lines.getChildren().add(Parts.quiet(texts.text("custody.log.none")));
        }
        nodes.add(lines);
        nodes.add(turning(page));
        return nodes;
    }

    private Node line(Line line) {
        String record = line.entry().note().record();
        String said = words.of(line);
        return Parts.line(
                Feather.CHEVRON_RIGHT,
                Parts.two(
                        record == null ? said : texts.text("custody.log.of-record", said, record.substring(0, 8)),
                        texts.text(
                                "custody.log.numbered",
                                Long.toString(line.entry().number()),
                                words.when(line.entry().time()))));
    }

    private Node seal(LogPage page) {
        TextField code = new TextField(grouped(page.seal().seal()));
        code.setId("custody-seal");
        code.setAccessibleText(texts.text("custody.log.seal"));
        code.setEditable(false);
        code.getStyleClass().add("mono");
        Button check = new Button(texts.text("custody.log.check"));
        check.setId("custody-check");
        check.setOnAction(event -> model.check());
        TextField number = new TextField();
        number.setId("custody-number");
        number.setAccessibleText(texts.text("custody.log.then"));
        number.setPrefColumnCount(7);
        number.setPromptText(Long.toString(page.seal().entries()));
        Label then = Parts.quiet("");
        then.setId("custody-then");
        then.getStyleClass().add("mono");
        then.managedProperty().bind(then.textProperty().isNotEmpty());
        number.textProperty().addListener((p, was, is) -> model.sealed(is, seal -> then.setText(grouped(seal))));
        HBox line = new HBox(10, check, new Region(), Parts.words(texts.text("custody.log.then")), number);
        HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        OptionalLong checked = model.checkedProperty().get();
        VBox card = Parts.card(
                "custody-sealed",
                texts.plural("custody.log.entries", page.seal().entries()),
                Parts.quiet(texts.text("custody.log.seal")),
                code,
                line,
                then);
        if (checked != null) {
            card.getChildren()
                    .add(
                            checked.isEmpty()
                                    ? Parts.banner("notice", Feather.CHECK_CIRCLE, texts.text("custody.log.whole"))
                                    : Parts.banner(
                                            "warning",
                                            Feather.ALERT_TRIANGLE,
                                            texts.text("custody.log.altered", Long.toString(checked.getAsLong()))));
        }
        return card;
    }

    /** Sixteen groups of four, to be read out or copied by hand. */
    static String grouped(String seal) {
        return seal.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Node turning(LogPage page) {
        Button later = new Button(texts.text("custody.log.later"));
        later.setId("custody-later");
        later.setDisable(page.from() >= page.seal().entries());
        later.setOnAction(
                event -> model.later(Math.min(page.seal().entries() + 1, page.from() + WithdrawalsModel.PAGE + 1)));
        Button earlier = new Button(texts.text("custody.log.earlier"));
        earlier.setId("custody-earlier");
        long last = page.lines().isEmpty()
                ? 1
                : page.lines().get(page.lines().size() - 1).entry().number();
        earlier.setDisable(last <= 1);
        earlier.setOnAction(event -> model.later(last));
        return new HBox(8, later, earlier);
    }
}
