package org.jailoo.ui.lock;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jailoo.app.IdleTime;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.WindowTitle;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;

/** The choices about locking and about what others may see, to stand on a page or by themselves. */
public final class PrivacyPane extends VBox {
    static final String SHEET = Objects.requireNonNull(PrivacyPane.class.getResource("/org/jailoo/ui/lock.css"))
            .toExternalForm();

    private static final double MOST = 720;

    public PrivacyPane(PrivacyModel model, Texts texts) {
        setId("privacy");
        getStyleClass().addAll("card", "privacy");
        getStylesheets().add(SHEET);
        setMaxWidth(MOST);
        setMaxHeight(Region.USE_PREF_SIZE);
        Label title = words(texts.text("lock.pane.title"), "section-title");
        ComboBox<Integer> idle = choice(
                "privacy-idle",
                IdleTime.CHOICES,
                minutes -> texts.plural("lock.idle.minutes", minutes),
                texts.text("lock.idle.label"));
        idle.setValue(model.minutesProperty().get());
        model.minutesProperty().addListener((p, was, is) -> idle.setValue(is));
        idle.setOnAction(e -> model.lockAfter(idle.getValue()));
        ComboBox<WindowTitle> name = choice(
                "privacy-title",
                List.of(WindowTitle.values()),
                one -> texts.text(one.key()),
                texts.text("lock.title.label"));
        name.setValue(model.titleProperty().get());
        name.setOnAction(e -> model.call(name.getValue()));
        CheckBox neutral = new CheckBox(texts.text("lock.names.label"));
        neutral.setId("privacy-names");
        neutral.setWrapText(true);
        neutral.setMinHeight(Region.USE_PREF_SIZE);
        neutral.setSelected(model.neutralNamesProperty().get());
        neutral.setOnAction(e -> model.useNeutralNames(neutral.isSelected()));
        getChildren()
                .addAll(
                        title,
                        part(labelled(texts.text("lock.idle.label"), idle), idle, texts.text("lock.idle.hint")),
                        part(labelled(texts.text("lock.title.label"), name), name, texts.text("lock.title.hint")),
                        part(null, neutral, texts.text("lock.names.hint")));
    }

    private static VBox part(@Nullable Node label, Node control, String hint) {
        VBox part = new VBox(4);
        if (label != null) {
            part.getChildren().add(label);
        }
        part.getChildren().addAll(control, words(hint, "quiet"));
        return part;
    }

    private static Label labelled(String text, Node control) {
        Label label = words(text, "field-label");
        label.setLabelFor(control);
        return label;
    }

    private static Label words(String text, String style) {
        return Wrapped.words(text, style);
    }

    private static <T> ComboBox<T> choice(String id, List<T> all, Function<T, String> said, String name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : said.apply(one);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        return box;
    }
}
