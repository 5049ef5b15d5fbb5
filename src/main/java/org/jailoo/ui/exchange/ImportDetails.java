package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.ImportResult;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.Arrival.Claim;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is to say of one file of the desk, and what can be done with it. */
final class ImportDetails {
    private final ImportModel model;
    private final Texts texts;
    private final Runnable withdrawals;
    private final Consumer<Arrival> look;

    /**
     * For all files of a desk.
     *
     * @param withdrawals goes to the erasures that wait
     * @param look opens the records of one
     */
    ImportDetails(ImportModel model, Texts texts, Runnable withdrawals, Consumer<Arrival> look) {
        this.model = model;
        this.texts = texts;
        this.withdrawals = withdrawals;
        this.look = look;
    }

    /** The part below the line; null where there is nothing to say. Why a file is not taken is said folded up too. */
    @Nullable
    Node of(Arrival arrival, boolean open) {
        VBox box = new VBox(8);
        box.getStyleClass().add("import-details");
        if (arrival.said() != null) {
            claim(box, arrival.claim());
            box.getChildren()
                    .add(
                            arrival.stage() == Stage.TWIN
                                    ? Wrapped.words(arrival.said().in(texts.messages()), "quiet")
                                    : warning(arrival.said().in(texts.messages())));
        }
        if (open || arrival.stage() == Stage.STOPPED) {
            if (open && arrival.seen() != null && arrival.result() != null) {
                sender(box, arrival.seen(), arrival.stage());
                result(box, arrival);
            }
            box.getChildren().add(buttons(arrival));
        }
        return box.getChildren().isEmpty() ? null : box;
    }

    private void claim(VBox box, @Nullable Claim claim) {
        if (claim == null) {
            return;
        }
        String written = texts.labels().date(claim.created().substring(0, 10));
        String name = claim.name() == null ? claim.fingerprint() : claim.name();
        box.getChildren()
                .add(Wrapped.words(
                        name == null
                                ? texts.text("exchange.import.claims-unknown", written)
                                : claim.trust() == Trust.BLOCKED
                                        ? texts.text("exchange.import.claims-blocked", name, written)
                                        : texts.text("exchange.import.claims", name, written)));
    }

    private void sender(VBox box, Seen seen, Stage stage) {
        if (seen.trusted() || stage != Stage.READY) {
            if (seen.trusted()) {
                box.getChildren().add(Wrapped.words(texts.text("exchange.import.trusted"), "quiet"));
            }
        } else {
            box.getChildren()
                    .add(warning(texts.text(
                            "exchange.import.unknown",
                            seen.sender().fingerprint().digits())));
        }
        if (seen.cameBefore() != null && stage != Stage.WRITTEN) {
            box.getChildren()
                    .add(Wrapped.words(
                            texts.text(
                                    "exchange.import.before",
                                    texts.labels().date(seen.cameBefore().substring(0, 10))),
                            "quiet"));
        }
    }

    private void result(VBox box, Arrival arrival) {
        ImportResult result = java.util.Objects.requireNonNull(arrival.result());
        Seen seen = java.util.Objects.requireNonNull(arrival.seen());
        boolean waits = arrival.stage() != Stage.WRITTEN;
        if (result.erased() > 0) {
            box.getChildren()
                    .add(warning(texts.plural(
                            waits ? "exchange.import.erases" : "exchange.import.done-erased", result.erased())));
        }
        if (result.forwarded()) {
            box.getChildren().add(warning(texts.text("exchange.import.forwarded")));
        }
        if (result.heldPurges() > 0) {
            box.getChildren().add(held(texts.plural("exchange.import.held", result.heldPurges())));
        }
        if (result.forks() > 0) {
            box.getChildren().add(warning(texts.plural("cli.import.forks", result.forks())));
        }
        long blocked =
                result.blocked().values().stream().mapToLong(Long::longValue).sum();
        if (blocked > 0) {
            box.getChildren().add(warning(texts.plural("exchange.import.blocked", blocked)));
        }
        long relayed =
                result.relayed().values().stream().mapToLong(Long::longValue).sum();
        if (relayed > 0) {
            box.getChildren().add(Wrapped.words(texts.plural("exchange.import.relayed", relayed), "quiet"));
        }
        if (seen.likely() > 0) {
            box.getChildren().add(Wrapped.words(texts.plural("exchange.import.likely", seen.likely()), "quiet"));
        }
        if (waits && result.gaps() > 0) {
            box.getChildren().add(Wrapped.words(texts.plural("exchange.import.gaps", result.gaps()), "quiet"));
        }
        if (waits && result.missingFiles() > 0) {
            box.getChildren().add(Wrapped.words(texts.plural("exchange.import.lacks", result.missingFiles()), "quiet"));
        }
    }

    /** Erasures that wait, and the way to where a person decides. */
    private Node held(String text) {
        Hyperlink link = new Hyperlink(texts.text("withdrawal.action.look"));
        link.setId("import-held");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> withdrawals.run());
        HBox box = warning(text);
        box.getChildren().add(link);
        return box;
    }

    static HBox warning(String text) {
        Label label = Wrapped.words(text);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(label);
        box.getStyleClass().add("warning");
        return box;
    }

    private Node buttons(Arrival arrival) {
        HBox box = new HBox(8);
        box.setAlignment(Pos.CENTER_RIGHT);
        Stage stage = arrival.stage();
        Seen seen = arrival.seen();
        if (stage == Stage.READY && seen != null) {
            Button records = new Button(texts.text("exchange.import.look"), new FontIcon(Feather.LIST));
            records.setId("import-look");
            records.getStyleClass().add("import-look");
            records.setOnAction(e -> look.accept(arrival));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            box.getChildren().addAll(records, gap);
        }
        if (stage == Stage.STOPPED) {
            Button again = new Button(texts.text("exchange.import.again"));
            again.getStyleClass().add("import-again");
            again.setOnAction(e -> model.readAgain(arrival));
            box.getChildren().add(again);
        }
        Button dismiss = new Button(texts.text(stage.isEnd() ? "exchange.action.clear" : "exchange.action.leave-out"));
        dismiss.getStyleClass().add("import-dismiss");
        dismiss.setOnAction(e -> model.dismiss(arrival));
        dismiss.setDisable(stage == Stage.WRITING);
        box.getChildren().add(dismiss);
        if (stage == Stage.READY && seen != null) {
            Button write = new Button(
                    texts.text(seen.trusted() ? "exchange.action.write" : "exchange.action.trust-and-write"));
            write.getStyleClass().addAll("import-button", Styles.ACCENT);
            write.setOnAction(e -> model.write(arrival));
            box.getChildren().add(write);
        }
        return box;
    }
}
