package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.SendReceipt;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.ImportWays;
import org.jailoo.ui.exchange.ImportWays.Received;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Offers a receipt for each sender of what came in, written beside its bundle so that it goes back on the same stick.
 *
 * <p>What was written is remembered while the notebook is open; a sender of whom more came in since is offered one again.
 */
final class ReceiptOffer {
    private final SendReceipt receipts;
    private final Desk.Room room;
    private final Map<String, Long> answered = new HashMap<>();
    private final Map<String, Path> written = new LinkedHashMap<>();

    ReceiptOffer(SendReceipt receipts, Desk.Room room) {
        this.receipts = receipts;
        this.room = room;
    }

    ImportWays.Receipts in(Texts texts) {
        return received -> {
            VBox box = new VBox(8);
            box.setId("receipts");
            fill(box, received, texts);
            return box;
        };
    }

    private void fill(VBox box, List<Received> received, Texts texts) {
        Map<String, Received> last = new LinkedHashMap<>();
        for (Received each : received) {
            last.put(each.sender().deviceId(), each);
        }
        List<Received> open = last.values().stream()
                .filter(each -> answered.getOrDefault(each.sender().deviceId(), 0L) < count(received, each.sender()))
                .toList();
        box.getChildren().clear();
        box.setManaged(!last.isEmpty());
        if (!open.isEmpty()) {
            box.getChildren().add(offer(box, open, received, texts));
        }
        last.keySet().forEach(device -> {
            Path file = written.get(device);
            Received from = last.get(device);
            if (file != null && from != null && !open.contains(from)) {
                box.getChildren()
                        .add(Wrapped.words(
                                texts.text(
                                        "devices.receipt.written", from.sender().shownName(), file.toString()),
                                "quiet"));
            }
        });
    }

    private Node offer(VBox box, List<Received> open, List<Received> received, Texts texts) {
        Label words = Wrapped.words(texts.plural("devices.receipt.offer", open.size()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button write =
                new Button(texts.plural("devices.receipt.write", open.size()), new FontIcon(Feather.CORNER_UP_LEFT));
        write.setId("write-receipts");
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.setOnAction(event -> {
            write.setDisable(true);
            for (Received each : open) {
                write(
                        each,
                        wrote -> {
                            if (wrote) {
                                answered.put(each.sender().deviceId(), count(received, each.sender()));
                            }
                            fill(box, received, texts);
                        },
                        texts);
            }
        });
        HBox line = new HBox(10, new FontIcon(Feather.CORNER_UP_LEFT), words, write);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("notice");
        return line;
    }

    private static long count(List<Received> received, Card sender) {
        return received.stream()
                .filter(each -> each.sender().deviceId().equals(sender.deviceId()))
                .count();
    }

    private void write(Received to, Consumer<Boolean> then, Texts texts) {
        room.tasks()
                .of(watch -> receipts.beside(to.file(), to.sender()))
                .onSuccess(file -> done(to.sender(), file, then, texts))
                .onFailure(e -> failed(e, to.sender(), to.file(), then, texts))
                .start();
    }

    private void done(Card sender, Optional<Path> file, Consumer<Boolean> then, Texts texts) {
        if (file.isPresent()) {
            written.put(sender.deviceId(), file.get());
            then.accept(true);
            return;
        }
        // The stick cannot be written to: the person says where.
        Path chosen = room.files().save(texts.text("devices.action.receipt"), receipts.name(sender));
        if (chosen == null) {
            then.accept(false);
            return;
        }
        room.tasks()
                .of(watch -> receipts.write(chosen, sender))
                .onSuccess(path -> done(sender, Optional.of(path), then, texts))
                .onFailure(e -> failed(e, sender, chosen, then, texts))
                .start();
    }

    private void failed(Exception e, Card sender, Path file, Consumer<Boolean> then, Texts texts) {
        room.prompts()
                .warn((e instanceof ReceiverRefused refused ? Failures.receiver(refused, sender) : Failures.of(e, file))
                        .in(texts.messages()));
        then.accept(false);
    }
}
