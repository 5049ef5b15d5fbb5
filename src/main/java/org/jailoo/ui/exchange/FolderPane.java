package org.jailoo.ui.exchange;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.FolderPlan;
import org.jailoo.app.FolderView;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.ExchangeScreen.Asking;
import org.jailoo.ui.exchange.FolderModel.Said;
import org.jailoo.ui.exchange.FolderModel.Shown;
import org.jailoo.ui.exchange.FolderModel.Whom;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The shared folder: which one it is, what lies there, what would be sent, and for whom. */
final class FolderPane implements ExchangeScreen.Pane {
    private final FolderModel model;
    private final Texts texts;
    private final Asking asking;
    private final Runnable toImports;
    private final VBox page = new VBox(14);
    private final VBox place = card();
    private final VBox lies = card();
    private final VBox sends = card();
    private final VBox whom = card();
    private final NamesWanted names;
    private final VBox said = new VBox();
    private final ChangeListener<Shown> onShown = (p, was, is) -> fill(was, is);
    private final ChangeListener<@Nullable Said> onSaid = (p, was, is) -> fillSaid(is);
    private final ChangeListener<Boolean> onWaiting;
    private final ChangeListener<@Nullable Sentence> onRefused;

    /** With the way to where bundles are imported. */
    FolderPane(FolderModel model, Texts texts, Asking asking, Runnable toImports) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.toImports = toImports;
        this.names = new NamesWanted(model.names(), texts);
        this.onWaiting = (p, was, is) -> names.ask(is);
        this.onRefused = (p, was, is) -> names.refused(is);
    }

    private static VBox card() {
        VBox card = new VBox(10);
        card.getStyleClass().add("card");
        return card;
    }

    @Override
    public Node view() {
        model.shown().addListener(onShown);
        model.said().addListener(onSaid);
        model.waiting().addListener(onWaiting);
        model.names().failure().addListener(onRefused);
        fill(null, model.shown().get());
        fillSaid(model.said().get());
        names.ask(model.waiting().get());
        model.reload();
        return page;
    }

    @Override
    public void hidden() {
        model.shown().removeListener(onShown);
        model.said().removeListener(onSaid);
        model.waiting().removeListener(onWaiting);
        model.names().failure().removeListener(onRefused);
    }

    private void fill(@Nullable Shown was, Shown is) {
        if (is.choice() == null) {
            fillEmpty();
            page.getChildren().setAll(place);
            return;
        }
        fillPlace(is);
        lies.getChildren().setAll(new FolderFiles(texts).of(is, this::takeIn));
        fillSends(is);
        // Not made anew while somebody goes through the ticks with the keyboard.
        boolean same = was != null
                && was.choice() != null
                && was.choice().to().equals(is.choice().to())
                && was.trusted().equals(is.trusted())
                && !whom.getChildren().isEmpty();
        if (!same) {
            fillWhom(is);
        }
        List<Node> parts = new ArrayList<>(List.of(place));
        FolderView view = is.view();
        if (view != null && view.trouble() == null) {
            parts.add(lies);
            parts.add(sends);
        }
        parts.addAll(List.of(names, said, whom));
        if (!page.getChildren().equals(parts)) {
            page.getChildren().setAll(parts);
        }
    }

    private void fillEmpty() {
        Button choose = button("folder-choose", "exchange.folder.choose", Feather.FOLDER);
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(e -> choose());
        whom.getChildren().clear();
        place.getChildren()
                .setAll(
                        title("exchange.part.folder"),
                        Wrapped.words(texts.text("exchange.folder.none")),
                        Wrapped.words(texts.text("exchange.folder.eyes"), "quiet", "small"),
                        choose);
    }

    private void choose() {
        Path folder = asking.files().folder(texts.text("exchange.folder.choose"));
        if (folder != null) {
            model.choose(folder);
        }
    }

    private void fillPlace(Shown is) {
        Label path = Wrapped.words(
                String.valueOf(is.choice() == null ? "" : is.choice().folder()));
        path.setId("folder-path");
        path.setGraphic(new FontIcon(Feather.FOLDER));
        path.setGraphicTextGap(10);
        Button look = button("folder-look", "exchange.folder.look", Feather.REFRESH_CW);
        look.setOnAction(e -> model.lookNow());
        Button change = button("folder-change", "exchange.folder.change", null);
        change.getStyleClass().add(Styles.FLAT);
        change.setOnAction(e -> choose());
        Button leave = button("folder-leave", "exchange.folder.leave", null);
        leave.getStyleClass().add(Styles.FLAT);
        leave.setOnAction(e -> model.leave());
        HBox buttons = row(look, change, leave);
        place.getChildren().setAll(path, state(is.view()));
        if (is.view() != null && is.view().emptied()) {
            place.getChildren().add(warning(texts.text("exchange.folder.emptied"), "folder-emptied"));
        }
        place.getChildren().addAll(buttons, Wrapped.words(texts.text("exchange.folder.eyes"), "quiet", "small"));
    }

    private Node state(@Nullable FolderView view) {
        if (view != null && view.trouble() != null) {
            return warning(FolderModel.trouble(view.trouble()).in(texts.messages()), "folder-trouble");
        }
        Label label =
                Wrapped.words(texts.text(view == null ? "exchange.folder.looking" : "exchange.folder.well"), "quiet");
        label.setId("folder-state");
        label.setGraphic(new FontIcon(view == null ? Feather.CLOCK : Feather.CHECK_CIRCLE));
        label.setGraphicTextGap(10);
        return label;
    }

    private void takeIn() {
        model.takeIn();
        toImports.run();
    }

    private void fillSends(Shown is) {
        FolderPlan plan = is.plan();
        sends.getChildren().setAll(title("exchange.folder.sends"));
        if (plan == null) {
            sends.getChildren().add(Wrapped.words(texts.text("exchange.folder.looking"), "quiet"));
            return;
        }
        Label what = Wrapped.words(planned(plan));
        what.setId("folder-plan");
        sends.getChildren().add(what);
        for (Device device : plan.leftOut()) {
            sends.getChildren()
                    .add(warning(
                            texts.text("exchange.folder.left-out", device.card().shownName()), "folder-left-out"));
        }
        boolean waits = plan.unconfirmed() > 0 && plan.what() != FolderPlan.What.CHANGES;
        if (waits) {
            Label open = Wrapped.words(texts.plural("exchange.folder.unconfirmed", plan.unconfirmed()), "quiet");
            open.setId("folder-unconfirmed");
            sends.getChildren().add(open);
        }
        Button send = button("folder-send", "exchange.folder.send", Feather.UPLOAD);
        send.getStyleClass().add(Styles.ACCENT);
        send.setDisable(!plan.isDue());
        send.setOnAction(e -> model.send(false));
        HBox buttons = row(send);
        if (waits) {
            Button again = button("folder-again", "exchange.folder.again", null);
            again.getStyleClass().add(Styles.FLAT);
            again.setOnAction(e -> model.send(true));
            buttons.getChildren().add(again);
        }
        sends.getChildren().add(buttons);
        if (!plan.spent().isEmpty()) {
            Label spent = Wrapped.words(
                    texts.plural("exchange.folder.spent", plan.spent().size()), "quiet");
            HBox.setHgrow(spent, Priority.ALWAYS);
            Button clear = button("folder-clear", "exchange.folder.clear", null);
            clear.getStyleClass().add(Styles.FLAT);
            clear.setOnAction(e -> model.clear());
            sends.getChildren().add(row(spent, new Spacer(), clear));
        }
    }

    private String planned(FolderPlan plan) {
        return switch (plan.what()) {
            case CHANGES -> texts.plural("exchange.folder.plan.changes", plan.records());
            case RECEIPT -> texts.text("exchange.folder.plan.receipt");
            case NOTHING -> texts.text("exchange.folder.plan.nothing");
            case NOBODY -> texts.text("exchange.folder.plan.nobody");
        };
    }

    private void fillWhom(Shown is) {
        whom.getChildren().setAll(title("exchange.export.to"));
        if (is.trusted().isEmpty()) {
            whom.getChildren().add(Wrapped.words(texts.text("exchange.export.nobody"), "quiet"));
        }
        for (Whom one : is.trusted()) {
            whom.getChildren().add(receiver(one, is));
        }
        if (is.choice() != null) {
            CheckBox along = new CheckBox(texts.text("exchange.folder.names"));
            along.setId("folder-names");
            along.setSelected(is.choice().names());
            along.setOnAction(e -> model.names(along.isSelected()));
            CheckBox unasked = new CheckBox(texts.text("exchange.folder.unasked"));
            unasked.setId("folder-unasked");
            unasked.setSelected(is.choice().unasked());
            unasked.setOnAction(e -> model.unasked(unasked.isSelected()));
            whom.getChildren()
                    .addAll(
                            new Separator(),
                            new VBox(2, along, hint("exchange.folder.names-hint")),
                            new VBox(2, unasked, hint("exchange.folder.unasked-hint")));
        }
    }

    private Node receiver(Whom one, Shown is) {
        CheckBox box = new CheckBox(one.name());
        box.getStyleClass().add("folder-receiver");
        box.setSelected(is.choice() != null && is.choice().to().contains(one.id()));
        box.setOnAction(e -> model.to(one.id(), box.isSelected()));
        box.setMinWidth(190);
        Label digits = new Label(one.digits());
        digits.getStyleClass().addAll("quiet", "small");
        return row(box, digits);
    }

    private Label hint(String key) {
        return Wrapped.words(texts.text(key), "quiet", "small", "under-choice");
    }

    private void fillSaid(@Nullable Said is) {
        said.getChildren().clear();
        said.getStyleClass().setAll(is == null || !is.warning() ? "notice" : "warning");
        said.setVisible(is != null);
        said.setManaged(is != null);
        if (is != null) {
            Label label = Wrapped.words(is.sentence().in(texts.messages()));
            label.setId("folder-said");
            said.getChildren().add(label);
        }
    }

    private static Node warning(String text, String id) {
        Label label = Wrapped.words(text);
        label.setId(id);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(label);
        box.getStyleClass().add("warning");
        return box;
    }

    private Label title(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private Button button(String id, String key, @Nullable Feather icon) {
        Button button = icon == null ? new Button(texts.text(key)) : new Button(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
