package org.jailoo.ui.home;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Backups;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.app.HomeScan.Found;
import org.jailoo.notebook.Lists.Count;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.CalmBar;
import org.jailoo.ui.home.HomeModel.Brief;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page, as it looks: what is done daily, what goes on, and what waits. */
public final class HomeScreen implements Screen {
    private static final String SHEET = Objects.requireNonNull(HomeScreen.class.getResource("/org/jailoo/ui/home.css"))
            .toExternalForm();

    private final HomeModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Asking asking;
    private final Actions actions;
    private final VBox left = new VBox(22);
    private final VBox right = new VBox(22);
    private final VBox begin = new VBox(22);
    private final GridPane columns = new GridPane();
    private @Nullable Node backup;
    private Backups.@Nullable Age backupAge;
    private final InvalidationListener onChange = p -> fill();

    /** Who asks the person for files, and tells her what became of it. */
    public record Asking(FileDialogs files, Prompts prompts) {}

    public HomeScreen(HomeModel model, Texts texts, Navigator navigator, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.asking = asking;
        this.actions = new Actions(texts, navigator);
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("home.page.title"));
        title.getStyleClass().add("page-title");
        columns.setHgap(36);
        columns.getColumnConstraints().setAll(share(56), share(44));
        columns.addRow(0, left, right);
        VBox body = new VBox(22, actions, begin, columns);
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(title);
        page.getChildren().add(scroll);
        page.getStyleClass().addAll("page", "home");
        page.getStylesheets().add(SHEET);
        fill();
        return page;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private Iterable<ObservableValue<?>> watched() {
        return java.util.List.of(
                model.countsProperty(),
                model.briefProperty(),
                model.foundProperty(),
                model.walkingProperty(),
                model.outdatedProperty());
    }

    @Override
    public void shown() {
        watched().forEach(each -> each.addListener(onChange));
        model.shown();
    }

    @Override
    public void hidden() {
        watched().forEach(each -> each.removeListener(onChange));
    }

    /** Fills the page anew; what had the keyboard and stands there still has it afterwards. */
    private void fill() {
        Node before = columns.getScene() == null ? null : columns.getScene().getFocusOwner();
        fillAnew();
        if (before != null && before.getScene() != null && !before.isFocused()) {
            before.requestFocus();
        }
    }

    private void fillAnew() {
        Counts counts = model.countsProperty().get();
        Brief brief = model.briefProperty().get();
        Found found = model.foundProperty().get();
        actions.show(counts);
        left.getChildren().clear();
        right.getChildren().clear();
        begin.getChildren().clear();
        boolean nothing = counts != null
                && counts.types().values().stream().mapToLong(Count::records).sum() == 0
                && counts.heldPurges() == 0
                && (brief == null || brief.unreached() == 0);
        show(begin, nothing);
        if (brief != null && !brief.drafts().isEmpty()) {
            left.getChildren().add(DraftsPane.of(brief.drafts(), texts, navigator));
        }
        if (nothing) {
            begin.getChildren().add(begin());
        } else if (counts != null) {
            left.getChildren().add(new WaitingPane(texts, navigator).of(counts, brief));
        }
        if (brief != null) {
            (nothing ? left : right)
                    .getChildren()
                    .add(new LeadPane(model, texts, navigator).of(brief.received(), counts));
            if (brief.backup() != null && !nothing) {
                right.getChildren().add(backup(brief.backup()));
            }
            if (brief.kitLacking()) {
                (nothing ? left : right).getChildren().add(kit());
            }
        }
        if (!nothing) {
            walked(found);
        }
    }

    /** A forgotten passphrase is lost work, until there is a kit. */
    private Node kit() {
        Button make = new Button(texts.text("safety.home.open"));
        make.setId("home-kit-make");
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(e -> navigator.openProtection());
        HBox line = Pane.warning(Feather.KEY, texts.text("safety.home.no-kit"), make);
        line.setId("home-kit");
        return line;
    }

    /** Made anew only when its age has changed: the person may be typing her passphrase into it. */
    private Node backup(Backups.Age age) {
        if (backup == null || !age.equals(backupAge)) {
            backup = new BackupPane(model, texts, asking).of(age);
            backupAge = age;
        }
        return backup;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** What takes a walk over the records; it comes when it is there. */
    private void walked(@Nullable Found found) {
        if (found != null) {
            left.getChildren().add(new ChecksPane(texts, navigator).of(found));
            Node quotas = new QuotaPane(texts, found, navigator).view();
            if (quotas != null) {
                right.getChildren().add(quotas);
            }
        }
        if (model.walkingProperty().get()) {
            CalmBar bar = new CalmBar();
            bar.setPrefWidth(60);
            bar.getStyleClass().add(Styles.SMALL);
            HBox counting = new HBox(10, bar, Pane.quiet(texts.text("home.scan.counting")));
            counting.setAlignment(Pos.CENTER_LEFT);
            counting.setId("home-counting");
            left.getChildren().add(counting);
        } else if (found != null && model.outdatedProperty().get()) {
            Hyperlink again = new Hyperlink(texts.text("home.scan.again"));
            again.setId("count-again");
            again.setOnAction(e -> model.walk());
            FlowPane line = new FlowPane(6, 2);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().setAll(Pane.quiet(texts.text("home.scan.counted", When.of(texts, found.time()))), again);
            left.getChildren().add(line);
        }
    }

    /** What to do first in a notebook that holds nothing. */
    private Node begin() {
        Button campaign = new Button(texts.text("home.begin.campaign"));
        campaign.setId("begin-campaign");
        campaign.setOnAction(e -> navigator.newRecord("campaign"));
        Button bundle = new Button(texts.text("home.begin.bundle"), new FontIcon(Feather.DOWNLOAD));
        bundle.setId("begin-bundle");
        bundle.getStyleClass().add(Styles.ACCENT);
        bundle.setOnAction(e -> navigator.openExchange());
        FlowPane buttons = new FlowPane(10, 8);
        buttons.getChildren().setAll(bundle, campaign);
        Label words = Pane.words(texts.text("home.begin.text"));
        words.setMaxWidth(720);
        Pane pane = new Pane("home-begin", texts.text("home.begin.title")).with(words, buttons);
        pane.getStyleClass().add("card");
        pane.setMaxWidth(Region.USE_PREF_SIZE);
        return pane;
    }
}
