package org.jailoo.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HomeScan.Found;
import org.jailoo.consent.Audience;
import org.jailoo.report.QuotaCount;
import org.jailoo.report.QuotaCount.OfCampaign;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** How far the quotas of a campaign are filled, as bars with their numbers beside them. */
final class QuotaPane {
    private final Texts texts;
    private final Found found;
    private final Navigator navigator;

    QuotaPane(Texts texts, Found found, Navigator navigator) {
        this.navigator = navigator;
        this.texts = texts;
        this.found = found;
    }

    /** Running campaigns first, the latest first; then those that have ended. */
    private List<OfCampaign> inOrder() {
        List<OfCampaign> running = new ArrayList<>();
        List<OfCampaign> others = new ArrayList<>();
        for (OfCampaign each : found.quotas()) {
            (each.isRunning(found.today()) ? running : others).add(0, each);
        }
        running.addAll(others);
        return running;
    }

    @Nullable
    Node view() {
        List<OfCampaign> campaigns = inOrder();
        if (campaigns.isEmpty()) {
            return null;
        }
        Pane pane = new Pane("home-quotas", texts.text("home.quota.title"));
        VBox bars = new VBox(10);
        if (campaigns.size() > 1) {
            ComboBox<OfCampaign> choice = new ComboBox<>();
            choice.setId("quota-campaign");
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.getItems().setAll(campaigns);
            choice.setCellFactory(list -> cell());
            choice.setButtonCell(cell());
            choice.setValue(campaigns.get(0));
            choice.setOnAction(e -> fill(bars, Objects.requireNonNull(choice.getValue())));
            pane.with(choice);
        } else {
            pane.with(Pane.quiet(title(campaigns.get(0))));
        }
        fill(bars, campaigns.get(0));
        return pane.with(bars);
    }

    private ListCell<OfCampaign> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable OfCampaign item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : title(item));
                setTextOverrun(OverrunStyle.ELLIPSIS);
                setPrefWidth(300);
            }
        };
    }

    private String title(OfCampaign campaign) {
        String title = campaign.title().isBlank()
                ? texts.text("home.record.unnamed", texts.labels().type("campaign"))
                : campaign.title();
        boolean ended = !campaign.end().isEmpty() && !campaign.isRunning(found.today());
        return ended ? texts.text("home.quota.ended", title) : title;
    }

    private void fill(VBox bars, OfCampaign campaign) {
        bars.getChildren().setAll(campaign.quotas().stream().map(this::bar).toList());
    }

    private Node bar(QuotaCount quota) {
        Label label = new Label(label(quota));
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Labeled number = quota.reached() > 0 ? opening(quota) : new Label(number(quota));
        number.getStyleClass().add("quota-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(10, label, number);
        head.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar =
                new ProgressBar(quota.target() == 0 ? 0 : Math.min(1.0, (double) quota.reached() / quota.target()));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("quota-bar");
        bar.setAccessibleText(label.getText() + ": " + number.getText());
        VBox box = new VBox(3, head, bar);
        box.getStyleClass().add("quota");
        return box;
    }

    /** The number as the way to those who were interviewed for the quota. */
    private Hyperlink opening(QuotaCount quota) {
        Hyperlink number = new Hyperlink(number(quota));
        number.setOnAction(event -> navigator.openBehind(new Figure(
                quota.reached(),
                texts.text("home.quota.title") + " · " + label(quota),
                quota.quantity(),
                Audience.TEAM,
                texts.language(),
                null)));
        return number;
    }

    private String number(QuotaCount quota) {
        String reached = texts.labels().number(quota.reached());
        String target = texts.labels().number(quota.target());
        if (quota.target() == 0) {
            return reached;
        }
        return quota.reached() > quota.target()
                ? texts.text(
                        "home.quota.over", reached, target, texts.labels().number(quota.reached() - quota.target()))
                : quota.reached() == quota.target()
                        ? texts.text("home.quota.full", reached, target)
                        : texts.text("home.quota.of", reached, target);
    }

    private String label(QuotaCount quota) {
        if (!quota.label().isBlank()) {
            return quota.label();
        }
        List<String> parts = new ArrayList<>();
        if (!quota.sex().isEmpty()) {
            parts.add(texts.labels().code("sex", quota.sex()));
        }
        Long to = quota.ageTo();
        if (to != null) {
            parts.add(quota.ageFrom() + "–" + to);
        } else if (quota.ageFrom() > 0) {
            parts.add(quota.ageFrom() + "+");
        }
        if (!quota.adm1().isEmpty()) {
            parts.add(texts.labels().code("adm1", quota.adm1()));
        }
        return parts.isEmpty() ? texts.text("home.quota.anybody") : String.join(", ", parts);
    }
}
