package org.jailoo.ui.round;

import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jailoo.app.ProgressRound.Campaign;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.timeline.Quarter;
import org.jailoo.ui.common.Texts;

/** Which campaign, which quarter, and which rows of them. */
final class ChoicesPane extends HBox {
    private static final int QUARTERS = 9;
    private static final double CAMPAIGN = 410;
    private static final double FILTER = 220;
    private static final double LEAST = 120;
    private static final int LETTERS = 34;

    private final RoundModel model;
    private final Texts texts;
    private final ComboBox<Campaign> campaigns = new ComboBox<>();
    private final ComboBox<Quarter> quarters = new ComboBox<>();
    private boolean filling;

    ChoicesPane(RoundModel model, Texts texts) {
        super(10);
        this.model = model;
        this.texts = texts;
        campaigns.setId("round-campaign");
        campaigns.setAccessibleText(texts.text("round.campaign.label"));
        campaigns.setCellFactory(view -> cell(this::name));
        campaigns.setButtonCell(cell(this::shortName));
        campaigns.setPrefWidth(texts.letters().pixels(CAMPAIGN));
        campaigns.setMinWidth(LEAST);
        campaigns.setOnAction(e -> {
            Campaign chosen = campaigns.getValue();
            if (!filling && chosen != null) {
                model.choose(chosen.id());
            }
        });
        quarters.setId("round-quarter");
        quarters.setAccessibleText(texts.text("round.quarter.label"));
        quarters.setCellFactory(view -> cell(q -> texts.labels().quarter(q.text())));
        quarters.setButtonCell(cell(q -> texts.labels().quarter(q.text())));
        quarters.setMinWidth(Region.USE_PREF_SIZE);
        quarters.setOnAction(e -> {
            Quarter chosen = quarters.getValue();
            if (!filling && chosen != null) {
                model.choose(chosen);
            }
        });
        TextField filter = new TextField();
        filter.setId("round-filter");
        filter.setPromptText(texts.text("round.filter.prompt"));
        filter.setAccessibleText(texts.text("round.filter.prompt"));
        filter.setPrefWidth(texts.letters().pixels(FILTER));
        filter.setMinWidth(LEAST);
        filter.textProperty().bindBidirectional(model.filter());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(campaigns, quarters, filter);
    }

    private static <T> ListCell<T> cell(Function<T, String> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        };
    }

    private String name(Campaign item) {
        return texts.text("round.campaign.entry", title(item), item.open());
    }

    /** With as much of the title as there is room for, so that the number behind it is seen. */
    private String shortName(Campaign item) {
        String title = title(item);
        int most = Math.min(LETTERS, title.codePointCount(0, title.length()));
        String begin = title.substring(0, title.offsetByCodePoints(0, most)).strip();
        return texts.text("round.campaign.entry", most < LETTERS ? title : begin + "…", item.open());
    }

    private String title(Campaign item) {
        return item.id().isEmpty() || item.title().isBlank() ? texts.text("round.campaign.none") : item.title();
    }

    /** What has the keyboard where there is nothing to be typed. */
    Node first() {
        return campaigns;
    }

    /** The quarters around that of today. */
    void shown() {
        filling = true;
        quarters.getItems().clear();
        Quarter from = model.current().after();
        for (int i = 0; i < QUARTERS; i++) {
            quarters.getItems().add(from);
            from = from.before();
        }
        filling = false;
    }

    /** Shows what is chosen. */
    void fill() {
        Round read = model.round().get();
        filling = true;
        if (read != null) {
            if (!campaigns.getItems().equals(read.campaigns())) {
                campaigns.setItems(FXCollections.observableArrayList(read.campaigns()));
            }
            campaigns.setValue(read.campaigns().stream()
                    .filter(c -> c.id().equals(read.campaign()))
                    .findFirst()
                    .orElse(null));
        }
        quarters.setValue(model.quarter());
        filling = false;
    }
}
