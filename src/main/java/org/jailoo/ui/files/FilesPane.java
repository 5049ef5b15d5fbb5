package org.jailoo.ui.files;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.media.Picture;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files of a record: a place to drop them on, what is on its way in, and a card for each. */
final class FilesPane extends VBox {
    private static final String SHEET = Objects.requireNonNull(FilesPane.class.getResource("/org/jailoo/ui/files.css"))
            .toExternalForm();
    private static final KeyCodeCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Page page;
    private final FilesModel model;
    private final Parts parts;
    private final HBox drop;
    private final VBox coming = new VBox(6);
    private final VBox said = new VBox(6);
    private final VBox cards = new VBox(10);
    private final Map<String, FileCard> made = new HashMap<>();

    /** What its cards share. */
    record Parts(Shelf shelf, Looks looks, Player player) {}

    FilesPane(Page page, FilesModel model, Parts parts) {
        super(10);
        this.page = page;
        this.model = model;
        this.parts = parts;
        getStylesheets().add(SHEET);
        getStyleClass().add("files");
        setId("files-" + model.items().field().name());
        String name = model.items().field().name();
        String label = page.label(name);
        // Not said twice where it has a section to itself.
        if (!label.equals(page.text("record.section." + page.form().typeName() + "." + name))) {
            Node head = FieldPane.head(page, model.items().field(), label, null);
            head.getStyleClass().add("part-title");
            getChildren().add(head);
        }
        this.drop = drop();
        getChildren().addAll(drop, coming, said, cards);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
                drop.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), true);
            }
            event.consume();
        });
        setOnDragExited(event -> drop.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), false));
        setOnDragDropped(event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event) && take(Clipboard.getSystemClipboard())) {
                event.consume();
            }
        });
        page.listen(model.items().ids(), this::showCards);
        page.listen(page.form().turns(), turn -> showSaid());
        listen(model.coming(), this::showComing);
        listen(model.said(), this::showSaid);
        showComing();
        showCards();
        showSaid();
    }

    /** The lists live as long as the form, this pane as long as it is shown. */
    private <T> void listen(javafx.collections.ObservableList<T> list, Runnable then) {
        ListChangeListener<T> listener = change -> then.run();
        list.addListener(new javafx.collections.WeakListChangeListener<>(listener));
        getProperties().put(list, listener);
    }

    private HBox drop() {
        Button add = new Button(page.text("files.action.add"), new FontIcon(Feather.PAPERCLIP));
        add.setId("add-file");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> model.add(parts.shelf().asking().files().openMany(page.text("files.choose.title"))));
        Label words = new Label(page.text("files.drop.hint"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox zone = new HBox(14, add, words);
        zone.setAlignment(Pos.CENTER_LEFT);
        zone.getStyleClass().add("files-drop");
        return zone;
    }

    /** Takes what was dropped or pasted; false where there is neither file nor picture. */
    private boolean take(Clipboard clipboard) {
        if (clipboard.hasFiles()) {
            model.add(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        Image image = clipboard.hasImage() ? clipboard.getImage() : null;
        if (image == null) {
            return false;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] dots = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), dots, 0, width);
        String name = page.text("files.pasted.name");
        parts.shelf()
                .tasks()
                .of(watch -> Picture.png(width, height, dots))
                .onSuccess(bytes -> model.add(name, bytes))
                .start();
        return true;
    }

    private void showComing() {
        coming.getChildren().setAll(model.coming().stream().map(this::row).toList());
        shown(coming);
    }

    private static void shown(VBox box) {
        box.setManaged(!box.getChildren().isEmpty());
        box.setVisible(!box.getChildren().isEmpty());
    }

    private Node row(FilesModel.Coming one) {
        Label name = new Label(page.text("files.coming.name", one.name()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.setMinWidth(140);
        bar.progressProperty().bind(one.progress());
        Button cancel = new Button(page.text("files.action.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel(one));
        HBox row = new HBox(10, name, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showSaid() {
        TreeSet<String> consents = new TreeSet<>();
        for (String id : model.items().ids()) {
            String against =
                    model.items().isRemoved(id) ? null : model.lacking(FilesModel.text(model.item(id), "mediaType"));
            if (against != null) {
                consents.add(against);
            }
        }
        said.getChildren().clear();
        for (Sentence sentence : model.said()) {
            said.getChildren().add(sentence(sentence.in(page.messages()), Feather.INFO, "files-said"));
        }
        for (String key : consents) {
            said.getChildren().add(sentence(page.text(key), Feather.ALERT_TRIANGLE, "warning"));
        }
        shown(said);
    }

    static HBox sentence(String words, Feather icon, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(10, new FontIcon(icon), label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add(style);
        return box;
    }

    private void showCards() {
        List<String> ids = model.items().ids();
        cards.getChildren().clear();
        String field = model.items().field().name();
        cards.getChildren()
                .addAll(ConflictPane.all(
                        page,
                        page.form().conflictsOf(field).stream()
                                .filter(at -> ids.stream()
                                        .noneMatch(id ->
                                                model.items().place(id).path().equals(at)))
                                .toList()));
        for (String id : ids) {
            cards.getChildren().add(made.computeIfAbsent(id, i -> new FileCard(page, model, i, parts)));
        }
        shown(cards);
    }
}
