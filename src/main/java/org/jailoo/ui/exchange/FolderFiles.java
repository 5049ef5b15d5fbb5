package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.FolderView;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.FolderModel.Shown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What lies in the shared folder, in words: how many of each kind, and a line for each that somebody has to know about. */
final class FolderFiles {
    /** More lines of a kind than these tell nobody anything more. */
    private static final int MOST = 20;
    /** A longer name is somebody's accident, and is shown by its beginning. */
    private static final int NAME = 48;

    private final Texts texts;

    FolderFiles(Texts texts) {
        this.texts = texts;
    }

    List<Node> of(Shown shown, Runnable takeIn) {
        List<Node> nodes = new ArrayList<>();
        Label title = new Label(texts.text("exchange.folder.lies"));
        title.getStyleClass().add("section-title");
        nodes.add(title);
        FolderView view = shown.view();
        if (view == null) {
            return nodes;
        }
        nodes.add(counts(view));
        List<Found> ready = view.in(State.READY);
        if (view.files().stream().allMatch(f -> f.own() != null)) {
            nodes.add(Wrapped.words(texts.text("exchange.folder.nothing"), "quiet"));
        }
        if (!ready.isEmpty()) {
            Label waits = Wrapped.words(texts.plural("exchange.folder.ready", ready.size()));
            waits.setId("folder-ready");
            Button take = new Button(texts.text("exchange.folder.take"), new FontIcon(Feather.DOWNLOAD));
            take.setId("folder-take");
            take.getStyleClass().add(Styles.ACCENT);
            take.setMinWidth(Region.USE_PREF_SIZE);
            take.setOnAction(e -> takeIn.run());
            nodes.add(waits);
            senders(nodes, ready, shown);
            nodes.add(take);
        }
        for (State state : new State[] {
            State.ARRIVING,
            State.PLACEHOLDER,
            State.DAMAGED,
            State.OURS_DAMAGED,
            State.BLOCKED,
            State.REFUSED,
            State.UNREADABLE
        }) {
            lines(nodes, view, shown, state);
        }
        return nodes;
    }

    private Node counts(FolderView view) {
        HBox chips = new HBox(22);
        chips.getChildren()
                .addAll(
                        count(view.in(State.READY).size(), "exchange.folder.count.ready"),
                        count(
                                view.in(State.ARRIVING).size()
                                        + view.in(State.PLACEHOLDER).size(),
                                "exchange.folder.count.arriving"),
                        count(view.in(State.TAKEN).size(), "exchange.folder.count.taken"),
                        count(view.in(State.NOT_FOR_US).size(), "exchange.folder.count.others"),
                        count(view.in(State.DAMAGED).size(), "exchange.folder.count.damaged"),
                        count(
                                view.files().stream()
                                        .filter(f -> f.name().equals(f.own()))
                                        .count(),
                                "exchange.folder.count.ours"));
        return chips;
    }

    private Node count(long value, String key) {
        Label number = new Label(texts.labels().number(value));
        number.getStyleClass().add(value == 0 ? "chip-zero" : "chip-number");
        Label words = new Label(texts.text(key));
        words.getStyleClass().addAll("quiet", "small");
        return new VBox(number, words);
    }

    /** A line a sender: who sent is what people ask first. */
    private void senders(List<Node> nodes, List<Found> ready, Shown shown) {
        Map<String, List<Found>> bySender = new TreeMap<>();
        for (Found file : ready) {
            String sender = sender(file, shown);
            bySender.computeIfAbsent(sender == null ? shortened(file.name()) : sender, s -> new ArrayList<>())
                    .add(file);
        }
        bySender.forEach((sender, files) -> {
            long bytes = files.stream().mapToLong(Found::size).sum();
            nodes.add(line(
                    texts.plural("exchange.folder.line.ready", files.size(), sender, size(bytes)),
                    Feather.CHECK_CIRCLE));
        });
    }

    private void lines(List<Node> nodes, FolderView view, Shown shown, State state) {
        view.in(state).stream().limit(MOST).map(f -> line(f, shown)).forEach(nodes::add);
    }

    private Node line(Found file, Shown shown) {
        boolean waits = file.state() == State.ARRIVING || file.state() == State.PLACEHOLDER;
        return line(words(file, shown), waits ? Feather.CLOCK : Feather.ALERT_TRIANGLE);
    }

    private static Node line(String words, Feather icon) {
        Label label = Wrapped.words(words, "small");
        label.setGraphic(new FontIcon(icon));
        label.setGraphicTextGap(8);
        return label;
    }

    private String words(Found file, Shown shown) {
        String name = shortened(file.name());
        String sender = sender(file, shown);
        return switch (file.state()) {
            case PLACEHOLDER -> texts.text("exchange.folder.line.placeholder", name);
            case DAMAGED ->
                sender == null
                        ? texts.text("exchange.folder.line.damaged-nobody", name)
                        : texts.text("exchange.folder.line.damaged", name, sender);
            case OURS_DAMAGED -> texts.text("exchange.folder.line.ours-damaged", name);
            case BLOCKED -> texts.text("exchange.folder.line.blocked", name, sender == null ? "?" : sender);
            case REFUSED -> texts.text("exchange.folder.line.refused", name);
            case UNREADABLE -> texts.text("exchange.folder.line.unreadable", name);
            default -> texts.text("exchange.folder.line.arriving", name, size(file.size()));
        };
    }

    private static @Nullable String sender(Found file, Shown shown) {
        return file.sender() == null
                ? null
                : shown.names().getOrDefault(file.sender(), file.sender().substring(0, 8));
    }

    /** Names of files come from anywhere: long, or with characters that are none. */
    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{C}", "·");
        return plain.length() <= NAME ? plain : plain.substring(0, NAME) + "…";
    }

    private String size(long bytes) {
        return bytes < 1 << 20
                ? texts.text("files.size.kilobytes", Math.max(1, Math.round(bytes / 1024.0)))
                : texts.text("files.size.megabytes", Math.round(bytes * 10.0 / (1 << 20)) / 10.0);
    }
}
