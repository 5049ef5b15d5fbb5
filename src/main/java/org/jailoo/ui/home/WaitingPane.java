package org.jailoo.ui.home;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.home.HomeModel.Brief;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What needs a person's decision, each with the way to it; a calm sentence where nothing does. */
final class WaitingPane {
    private final Texts texts;
    private final Navigator navigator;

    WaitingPane(Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
    }

    Node of(Counts counts, @Nullable Brief brief) {
        Pane pane = new Pane("home-waiting", texts.text("home.waiting.title"));
        counts.types().forEach((type, count) -> {
            if (count.inConflict() > 0) {
                pane.with(line(
                        Feather.ALERT_TRIANGLE,
                        texts.plural(
                                "home.waiting.conflicts",
                                count.inConflict(),
                                texts.labels().types(type)),
                        () -> navigator.openConflictQueue(null)));
            }
        });
        if (counts.incomplete() > 0) {
            pane.with(line(
                    Feather.CLOUD_OFF,
                    texts.plural("home.waiting.incomplete", counts.incomplete()),
                    navigator::openExchange));
        }
        if (counts.heldPurges() > 0) {
            pane.with(line(
                    Feather.USER_X,
                    texts.plural("home.waiting.held", counts.heldPurges()),
                    navigator::openWithdrawals));
        }
        if (brief != null && brief.unreached() > 0) {
            pane.with(line(
                    Feather.SEND,
                    texts.plural("withdrawal.home.unreached", brief.unreached()),
                    navigator::openWithdrawals));
        }
        if (brief != null && brief.devices().missing() > 0) {
            pane.with(line(
                    Feather.DOWNLOAD_CLOUD,
                    texts.plural("devices.state.missing", brief.devices().missing()),
                    navigator::openDevices));
        }
        if (brief != null && brief.devices().silent() > 0) {
            pane.with(line(
                    Feather.PHONE_OFF,
                    texts.plural("devices.state.silent", brief.devices().silent()),
                    navigator::openDevices));
        }
        if (brief != null && brief.mentions() > 0) {
            pane.with(line(
                    Feather.EDIT_3,
                    texts.plural("withdrawal.home.mentions", brief.mentions()),
                    navigator::openWithdrawals));
        }
        return pane.getChildren().size() > 1
                ? pane
                : pane.with(Pane.line(Feather.CHECK_CIRCLE, texts.text("home.waiting.nothing")));
    }

    private Node line(Feather icon, String words, Runnable go) {
        Hyperlink link = new Hyperlink(texts.text("home.waiting.look"));
        link.setOnAction(e -> go.run());
        link.setMinWidth(Region.USE_PREF_SIZE);
        return Pane.warning(icon, words, link);
    }
}
