package org.jailoo.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.app.SaveCopy.Withheld;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;
import org.jailoo.media.MediaType;
import org.jailoo.media.Stripped;
import org.jailoo.record.Field;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.FileNames;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Place;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One file: what it looks like, what it is, what was said of it, and what can be done with it. */
final class FileCard extends VBox {
    private static final double LARGE_WIDTH = 860;
    private static final double LARGE_HEIGHT = 560;

    private final Page page;
    private final FilesModel model;
    private final String id;
    private final FilesPane.Parts parts;
    private final VBox middle = new VBox(6);
    private final StackPane picture = new StackPane();
    private @Nullable Node large;
    private @Nullable Json shown;
    private boolean wasRemoved;
    private Looks.@Nullable Look look;

    FileCard(Page page, FilesModel model, String id, FilesPane.Parts parts) {
        super(10);
        this.page = page;
        this.model = model;
        this.id = id;
        this.parts = parts;
        getStyleClass().addAll("item-card", "file-card");
        picture.getStyleClass().add("file-picture");
        picture.setMinSize(Looks.SMALL, Looks.SMALL);
        picture.setMaxSize(Looks.SMALL, Looks.SMALL);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        HBox line = new HBox(14, picture, middle);
        getChildren().add(line);
        getChildren()
                .addAll(ConflictPane.all(page, List.of(model.items().place(id).path())));
        show();
        page.listen(page.form().turns(), turn -> show());
    }

    private String text(String member) {
        return FilesModel.text(model.item(id), member);
    }

    private void show() {
        Json.Obj now = model.item(id);
        boolean removed = model.items().isRemoved(id);
        // Words that are typed here need nothing drawn anew.
        Json.Obj drawn = now.without("caption").without("taken");
        if (Objects.equals(drawn, shown) && removed == wasRemoved) {
            return;
        }
        shown = drawn;
        wasRemoved = removed;
        look = null;
        hideLarge();
        draw();
        String hash = text("sha256");
        if (!hash.isEmpty()) {
            parts.looks().look(hash, text("mediaType"), seen -> {
                if (hash.equals(text("sha256"))) {
                    look = seen;
                    draw();
                }
            });
        }
    }

    private void draw() {
        boolean removed = wasRemoved;
        pseudoClassStateChanged(PseudoClass.getPseudoClass("removed"), removed);
        drawPicture();
        middle.getChildren().setAll(title(removed));
        if (removed) {
            return;
        }
        Looks.Look seen = look;
        if (seen != null && !seen.held()) {
            Label lacking = new Label(page.text("files.card.lacking"));
            lacking.setWrapText(true);
            lacking.setMinHeight(Region.USE_PREF_SIZE);
            lacking.getStyleClass().add("file-lacking");
            middle.getChildren().add(lacking);
        }
        if (seen != null && seen.held() && MediaType.isSound(text("mediaType"))) {
            middle.getChildren().add(new SoundBar(page, parts.player(), model.item(id)));
        }
        middle.getChildren().add(words());
        if (seen != null && seen.held()) {
            tell(seen);
        }
        middle.getChildren().add(actions(seen != null && seen.held()));
    }

    private Node title(boolean removed) {
        Label name = new Label(text("name").isEmpty() ? page.text("files.card.nameless") : text("name"));
        name.getStyleClass().add("file-name");
        name.setMinWidth(0);
        Label what = new Label(what());
        what.getStyleClass().addAll("quiet", "small");
        VBox title = new VBox(1, name, what);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button remove = new Button(
                removed ? page.text("record.item.restore") : null,
                new FontIcon(removed ? Feather.ROTATE_CCW : Feather.TRASH_2));
        remove.getStyleClass().addAll("flat", "item-remove", "file-remove");
        remove.setAccessibleText(page.text(removed ? "record.item.restore" : "record.item.remove"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(event -> {
            if (model.items().isRemoved(id)) {
                model.items().restore(id);
            } else {
                model.items().remove(id);
            }
        });
        HBox line = new HBox(8, title, remove);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private String what() {
        List<String> parts = new ArrayList<>();
        parts.add(Kinds.name(page, text("mediaType")));
        if (model.item(id).get("size") instanceof Json.Int size) {
            parts.add(Kinds.size(page, size.value()));
        }
        if (model.item(id).get("seconds") instanceof Json.Int seconds) {
            parts.add(Kinds.time((double) seconds.value()));
        }
        if (!text("derivedFrom").isEmpty()) {
            parts.add(page.text("files.card.derived"));
        }
        return String.join(" · ", parts);
    }

    private void drawPicture() {
        Image image = look == null ? null : look.small();
        if (image == null) {
            FontIcon icon =
                    new FontIcon(look != null && !look.held() ? Feather.CLOUD_OFF : Kinds.icon(text("mediaType")));
            icon.getStyleClass().add("file-icon");
            picture.getChildren().setAll(icon);
            return;
        }
        ImageView view = new ImageView(image);
        Button open = new Button(null, view);
        open.getStyleClass().add("file-open");
        open.setAccessibleText(page.text("files.action.show"));
        open.setOnAction(event -> showLarge());
        picture.getChildren().setAll(open);
    }

    private Node words() {
        Place place = model.items().place(id);
        HBox fields = new HBox(16);
        for (String member : new String[] {"caption", "taken"}) {
            Field field = model.items().members().get(member);
            if (field != null) {
                FieldPane pane = FieldPane.of(page, page.form().entry(place.member(member), field), new String[] {
                    model.items().field().name(), member
                });
                if (member.equals("caption")) {
                    HBox.setHgrow(pane, Priority.ALWAYS);
                    pane.setMinWidth(0);
                } else {
                    pane.setMinWidth(170);
                    pane.setMaxWidth(190);
                }
                fields.getChildren().add(pane);
            }
        }
        return fields;
    }

    /** What the file tells beside what it shows, and what can be done about it. */
    private void tell(Looks.Look seen) {
        String day = seen.told().taken();
        if (day != null && text("taken").isEmpty()) {
            Hyperlink take =
                    new Hyperlink(page.text("files.taken.suggest", page.labels().date(day)));
            take.getStyleClass().add("take-day");
            take.setOnAction(event -> {
                Field field = model.items().members().get("taken");
                if (field != null) {
                    page.form()
                            .entry(model.items().place(id).member("taken"), field)
                            .set(Json.of(day));
                    draw();
                }
            });
            middle.getChildren().add(take);
        }
        if (!seen.told().place() && !seen.told().device()) {
            return;
        }
        VBox told = new VBox(
                6,
                FilesPane.sentence(
                        page.text(seen.told().place() ? "files.told.place" : "files.told.device"),
                        Feather.MAP_PIN,
                        "file-told"));
        told.getStyleClass().add("file-tells");
        if (Stripped.knows(text("mediaType"))) {
            FlowPane choices = new FlowPane(8, 6);
            if (!model.isSaved(id)) {
                choices.getChildren().add(choice("files.told.instead", false));
            }
            choices.getChildren().add(choice("files.told.beside", true));
            told.getChildren().add(choices);
        } else {
            Label cannot = new Label(page.text("files.told.cannot"));
            cannot.setWrapText(true);
            cannot.setMinHeight(Region.USE_PREF_SIZE);
            told.getChildren().add(cannot);
        }
        middle.getChildren().add(told);
    }

    private Button choice(String key, boolean beside) {
        Button choice = new Button(page.text(key));
        choice.getStyleClass().add(beside ? "strip-beside" : "strip-instead");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setOnAction(event -> model.strip(id, beside));
        return choice;
    }

    private Node actions(boolean held) {
        FlowPane actions = new FlowPane(8, 6);
        String type = text("mediaType");
        if (held) {
            if (MediaType.isDrawn(type)) {
                Button show = new Button(
                        page.text(large == null ? "files.action.show" : "files.action.hide"),
                        new FontIcon(large == null ? Feather.MAXIMIZE_2 : Feather.MINIMIZE_2));
                show.getStyleClass().addAll("flat", "file-show");
                show.setOnAction(event -> showLarge());
                actions.getChildren().add(show);
            } else if (!MediaType.isSound(type)) {
                Label none = new Label(page.text("files.card.no-preview"));
                none.getStyleClass().addAll("quiet", "small");
                actions.getChildren().add(none);
            }
            Button copy = new Button(page.text("files.action.copy"), new FontIcon(Feather.DOWNLOAD));
            copy.getStyleClass().addAll("flat", "file-copy");
            copy.setOnAction(event -> tryCopy());
            actions.getChildren().add(copy);
        }
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private void showLarge() {
        if (large != null) {
            hideLarge();
            draw();
            return;
        }
        StackPane box = new StackPane(new Label(page.text("files.large.coming")));
        box.getStyleClass().add("file-large");
        large = box;
        getChildren().add(box);
        draw();
        parts.looks().large(text("sha256"), text("mediaType"), (int) LARGE_WIDTH, (int) LARGE_HEIGHT, image -> {
            if (image == null) {
                box.getChildren().setAll(new Label(page.text("files.large.broken")));
                return;
            }
            ImageView view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setAccessibleText(text("caption").isEmpty() ? text("name") : text("caption"));
            view.fitWidthProperty()
                    .bind(javafx.beans.binding.Bindings.min(
                            image.getWidth(), widthProperty().subtract(24)));
            box.getChildren().setAll(view);
        });
    }

    private void hideLarge() {
        if (large != null) {
            getChildren().remove(large);
            large = null;
        }
    }

    /** Where consent does not allow a copy, nobody is asked where to put it. */
    private void tryCopy() {
        String hash = text("sha256");
        model.said().clear();
        parts.shelf()
                .tasks()
                .of(watch -> parts.shelf().copy().answer(hash))
                .onSuccess(answer -> {
                    if (answer.isYes()) {
                        askCopy();
                    } else {
                        model.said().add(withheld(answer));
                    }
                })
                .onFailure(e -> model.said().add(Failures.of(e, Path.of("notebook"))))
                .start();
    }

    private Sentence withheld(Answer why) {
        String reason = "table.reason." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Sentence.of("files.copy.withheld", page.text(reason));
    }

    private void askCopy() {
        parts.shelf()
                .asking()
                .prompts()
                .ask(
                        page.text("files.copy.title"),
                        page.text("files.copy.question"),
                        List.of(
                                new Prompts.Answer(page.text("files.copy.do"), Prompts.Kind.DANGER, this::copy),
                                new Prompts.Answer(page.text("files.copy.stay"), Prompts.Kind.MAIN, () -> {})));
    }

    private void copy() {
        Path target =
                parts.shelf().asking().files().save(page.text("files.copy.title"), FileNames.attached(text("name")));
        if (target == null) {
            return;
        }
        String hash = text("sha256");
        model.said().clear();
        parts.shelf()
                .tasks()
                .of(watch -> parts.shelf().copy().save(hash, target, watch::at))
                .onSuccess(path -> model.said().add(Sentence.of("files.copy.done", path.toString())))
                .onFailure(
                        e -> model.said().add(e instanceof Withheld no ? withheld(no.why()) : Failures.of(e, target)))
                .start();
    }
}
