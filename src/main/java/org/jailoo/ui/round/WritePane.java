package org.jailoo.ui.round;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.consent.Audience;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;

/** Asks for whom a file of the round is, and for its password, before it is written. */
final class WritePane extends VBox {
    private static final double FIELD = 280;
    private static final int LONGEST = 255;

    private final Texts texts;
    private final What what;
    private final ComboBox<Audience> audience = new ComboBox<>();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label trouble = Wrapped.words("", "quiet");

    /** What is written. */
    enum What {
        SHEET,
        WORKBOOK,
        WORD
    }

    /** What a person answers. */
    interface Hands {
        /** Write it; the password is empty for a file that anybody can open. */
        void write(What what, Audience audience, char[] password);

        void close();
    }

    WritePane(What what, Texts texts, Hands hands) {
        super(14);
        this.what = what;
        this.texts = texts;
        setId("round-write");
        Label title = new Label(title());
        title.getStyleClass().add("section-title");
        Button write = new Button(texts.text("round.write.action"));
        write.setId("round-write-go");
        write.getStyleClass().add(Styles.ACCENT);
        write.setOnAction(
                e -> hands.write(what, audience.getValue(), password.getText().toCharArray()));
        Button cancel = new Button(texts.text("round.files.cancel"));
        cancel.setId("round-write-cancel");
        cancel.setOnAction(e -> hands.close());
        for (Button button : new Button[] {write, cancel}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        InvalidationListener onTyped = p -> {
            boolean differs = !password.getText().equals(again.getText());
            write.setDisable(differs || password.getText().length() > LONGEST);
            trouble.setText(
                    differs && !again.getText().isEmpty()
                            ? texts.text("round.write.differs")
                            : password.getText().isEmpty() ? texts.text("round.write.without") : "");
        };
        password.textProperty().addListener(onTyped);
        again.textProperty().addListener(onTyped);
        onTyped.invalidated(password.textProperty());
        getChildren()
                .setAll(
                        title,
                        Wrapped.words(
                                texts.text(what == What.SHEET ? "round.write.sheet-text" : "round.files.whom-text")),
                        fields(),
                        trouble,
                        new FlowPane(10, 10, write, cancel));
    }

    private String title() {
        return switch (what) {
            case SHEET -> texts.text("round.write.title-sheet");
            case WORKBOOK -> texts.text("round.write.title-workbook");
            case WORD -> texts.text("round.write.title-word");
        };
    }

    private Node fields() {
        audience.setId("round-audience");
        audience.getItems().setAll(Audience.PUBLIC, Audience.PARTNERS, Audience.TEAM);
        audience.setCellFactory(view -> cell());
        audience.setButtonCell(cell());
        audience.setValue(what == What.SHEET ? Audience.TEAM : Audience.PUBLIC);
        audience.setMinWidth(Region.USE_PREF_SIZE);
        password.setId("round-write-password");
        again.setId("round-write-again");
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(names, new ColumnConstraints());
        int row = 0;
        if (what != What.SHEET) {
            grid.addRow(row++, label("tables.audience.label", audience), audience);
        }
        grid.addRow(row++, label("round.write.password", password), password);
        grid.addRow(row, label("round.write.again", again), again);
        for (PasswordField field : new PasswordField[] {password, again}) {
            field.setPrefWidth(texts.letters().pixels(FIELD));
        }
        return grid;
    }

    private Label label(String key, Node field) {
        Label label = new Label(texts.text(key));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }

    private ListCell<Audience> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Audience item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : name(item));
            }
        };
    }

    private String name(Audience item) {
        return switch (item) {
            case PUBLIC -> texts.text("tables.audience.public");
            case PARTNERS -> texts.text("tables.audience.partners");
            case TEAM -> texts.text("tables.audience.team");
        };
    }
}
