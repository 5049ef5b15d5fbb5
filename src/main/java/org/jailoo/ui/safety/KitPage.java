package org.jailoo.ui.safety;

import java.time.LocalDate;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.RecoveryKit.Script;

/**
 * The page of a recovery kit, as it is shown and printed: black on white, in three languages, without the name of anybody.
 * It is never written into a file.
 */
final class KitPage extends VBox {
    private static final double WIDTH = 660;

    /** What printing came to. */
    enum Printed {
        DONE,
        /** The person thought better of it. */
        LEFT,
        NO_PRINTER,
        FAILED
    }

    /** With a date, so that the newer of two pages is known. */
    KitPage(RecoveryKit kit, String made) {
        super(14);
        setId("kit-page");
        getStyleClass().add("kit-page");
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        StringBuilder title = new StringBuilder();
        for (String language : Messages.LANGUAGES) {
            title.append(title.isEmpty() ? "" : "  ·  ")
                    .append(Messages.of(language).text("safety.kit.title"));
        }
        Label head = new Label(title + "  ·  " + made);
        head.getStyleClass().add("kit-head");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head, lines(kit));
        for (String language : Messages.LANGUAGES) {
            Messages messages = Messages.of(language);
            getChildren().add(text(messages.text("safety.page.use") + " " + messages.text("safety.page.keep")));
        }
    }

    /** The words alone. */
    static Node lines(RecoveryKit kit) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("kit-lines");
        grid.setHgap(28);
        grid.setVgap(8);
        for (int number = 1; number <= RecoveryKit.LINES; number++) {
            Label place = new Label(String.valueOf(number));
            place.getStyleClass().add("kit-place");
            grid.addRow(number - 1, place, line(kit, number, Script.CYRILLIC), line(kit, number, Script.LATIN));
        }
        return grid;
    }

    private static Label line(RecoveryKit kit, int number, Script script) {
        Label label = new Label(kit.line(number, script).toUpperCase(java.util.Locale.ROOT));
        label.setId("kit-" + script.name().toLowerCase(java.util.Locale.ROOT) + "-" + number);
        label.getStyleClass().addAll("mono", script == Script.CYRILLIC ? "kit-words" : "kit-words-latin");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("kit-text");
        return label;
    }

    /** Sends the page to a printer that the person chooses. */
    static Printed print(RecoveryKit kit, Scene look) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Printed.NO_PRINTER;
        }
        Window window = look.getWindow();
        if (!job.showPrintDialog(window)) {
            job.cancelJob();
            return Printed.LEFT;
        }
        KitPage page =
                new KitPage(kit, LocalDate.now(java.time.ZoneId.systemDefault()).toString());
        Group root = new Group(page);
        Scene paper = new Scene(root);
        paper.getStylesheets().setAll(look.getStylesheets());
        paper.getStylesheets().add(SafetyScreen.SHEET);
        root.applyCss();
        root.layout();
        PageLayout layout = job.getJobSettings().getPageLayout();
        double scale = Math.min(
                layout.getPrintableWidth() / page.getBoundsInParent().getWidth(),
                layout.getPrintableHeight() / page.getBoundsInParent().getHeight());
        page.getTransforms().add(new Scale(Math.min(1, scale), Math.min(1, scale)));
        return job.printPage(layout, root) && job.endJob() ? Printed.DONE : Printed.FAILED;
    }
}
