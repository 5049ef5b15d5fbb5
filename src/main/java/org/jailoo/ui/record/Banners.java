package org.jailoo.ui.record;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.history.RecordState;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.WhoWhen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person has to know of the record as a whole before she reads on. */
final class Banners extends VBox {
    private final RecordViewModel model;
    private final Page page;
    private final Runnable settle;

    Banners(RecordViewModel model, Page page, Runnable settle) {
        super(8);
        this.model = model;
        this.page = page;
        this.settle = settle;
        getStyleClass().add("banners");
        page.listen(model.notice(), now -> show());
        page.listen(model.changedUnderneath(), now -> show());
        page.listen(page.conflicts(), now -> show());
        page.listen(model.resumed(), now -> show());
        show();
    }

    private void show() {
        List<Node> banners = new ArrayList<>();
        Notice notice = model.notice().get();
        if (notice != null && notice.kind() != Notice.Kind.SAVED) {
            banners.add(said(notice));
        }
        if (model.changedUnderneath().get()) {
            banners.add(banner("notice", Feather.INFO, page.text("record.state.changed-underneath")));
        }
        if (!model.resumed().get().isEmpty()) {
            banners.add(resumed());
        }
        if (page.form().type() == null) {
            banners.add(banner("notice", Feather.INFO, page.text("record.state.unknown-type")));
        }
        RecordState state = page.form().state();
        if (state != null) {
            of(state, banners);
        }
        if (page.form().opened().heldPurge()) {
            banners.add(banner("warning", Feather.ALERT_TRIANGLE, page.text("record.state.held-purge")));
        }
        getChildren().setAll(banners);
        setManaged(!banners.isEmpty());
    }

    private Node said(Notice notice) {
        boolean saved = notice.kind().isSaved();
        HBox banner = banner(
                saved ? "warning" : "failure",
                Feather.ALERT_TRIANGLE,
                page.text("record.notice." + notice.kind().code(), notice.count()));
        banner.setId("record-notice");
        if (notice.kind() == Notice.Kind.NOT_WRITABLE || notice.kind() == Notice.Kind.FAILED) {
            Button again = new Button(page.text("record.action.again"));
            again.setMinWidth(Region.USE_PREF_SIZE);
            again.setOnAction(event -> model.save());
            banner.getChildren().add(again);
        }
        return banner;
    }

    private Node resumed() {
        String when = new WhoWhen(page).when(model.resumed().get());
        HBox banner = banner("notice", Feather.EDIT_3, page.text("record.draft.resumed", when));
        banner.setId("record-resumed");
        Button discard = new Button(page.text("record.draft.discard"));
        discard.setMinWidth(Region.USE_PREF_SIZE);
        discard.setOnAction(event -> model.discard());
        banner.getChildren().add(discard);
        return banner;
    }

    private void of(RecordState state, List<Node> banners) {
        if (state.purged()) {
            banners.add(banner("notice", Feather.SLASH, page.text("record.state.purged")));
            return;
        }
        if (state.deleted()) {
            HBox bin = banner("notice", Feather.TRASH_2, page.text("record.state.deleted"));
            Button restore = new Button(page.text("record.action.restore"));
            restore.setId("record-restore");
            restore.setMinWidth(Region.USE_PREF_SIZE);
            restore.setOnAction(event -> model.delete(false));
            bin.getChildren().add(restore);
            banners.add(bin);
        }
        if (state.incomplete()) {
            banners.add(banner("notice", Feather.INFO, page.text("record.state.incomplete")));
        }
        int conflicts = state.conflicts().size();
        boolean saidAlready = banners.stream().anyMatch(b -> "record-notice".equals(b.getId()));
        if (conflicts > 0 && !saidAlready) {
            HBox banner = banner(
                    "warning", Feather.ALERT_TRIANGLE, page.messages().plural("record.state.conflicts", conflicts));
            Button aside = new Button(page.text("conflicts.record.open"));
            aside.setId("record-conflicts");
            aside.setMinWidth(Region.USE_PREF_SIZE);
            aside.setOnAction(event -> settle.run());
            banner.getChildren().add(aside);
            banners.add(banner);
        }
        banners.addAll(ConflictPane.all(page, List.of("deleted")));
    }

    private static HBox banner(String style, Feather icon, String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox banner = new HBox(10, new FontIcon(icon), label);
        banner.getStyleClass().add(style);
        return banner;
    }
}
