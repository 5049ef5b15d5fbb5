package org.jailoo.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jailoo.app.ProgressRound.Campaign;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.app.RoundRow;
import org.jailoo.app.RoundSheet;
import org.jailoo.app.Steps;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.ReturnedSheet.Edited;
import org.jailoo.sheet.SheetReader;
import org.jailoo.sheet.SheetRefused;
import org.jailoo.sheet.SheetRow;
import org.jailoo.ui.round.RoundModel;
import org.jspecify.annotations.Nullable;

/** The quarterly round on the sample: overdue rows, what was typed, nothing open, and a sheet that came back. */
final class RoundScenes {
    private static final int EDITED = 5;

    private final WithdrawalScenes.Hands hands;
    private final Shell shell;
    private final Path folder;

    RoundScenes(WithdrawalScenes.Hands hands, Shell shell, Path folder) {
        this.hands = hands;
        this.shell = shell;
        this.folder = folder;
    }

    List<Scenes.Step> steps() {
        return List.of(
                Scenes.Step.of("f1-round", this::round, this::most),
                Scenes.Step.then(
                        "f2-round-typed",
                        () -> model().select(2),
                        () -> hands.type(
                                "round-text",
                                "Айыл өкмөтүнө кат жөнөтүлдү, жооп 12-июнда келди.\nЖумушчу топ түзүлдү; биринчи жыйын июлда болот."),
                        () -> model().status().set("in-progress")),
                Scenes.Step.then("f3-round-saved", () -> hands.press("round-save"), () -> hands.press("round-same")),
                Scenes.Step.then("f4-round-none", () -> model().filter().set(""), this::none),
                Scenes.Step.of("f5-round-sheet", this::round, this::most, () -> sheet(true)),
                Scenes.Step.then("f6-round-sheet-good", () -> sheet(false)),
                Scenes.Step.then("f7-round-sheet-refused", this::notASheet),
                Scenes.Step.then(
                        "f8-round-write", () -> hands.desk().round().sheets().close(), () -> menu("round-out-word")));
    }

    private void round() {
        hands.desk().round().sheets().close();
        hands.desk().go(new Place.Round());
    }

    private RoundModel model() {
        return hands.desk().round().model();
    }

    private Round read() {
        return Objects.requireNonNull(model().round().get());
    }

    private void most() {
        read().campaigns().stream()
                .max((a, b) -> Integer.compare(a.open(), b.open()))
                .map(Campaign::id)
                .ifPresent(model()::choose);
    }

    private void none() {
        read().campaigns().stream()
                .filter(c -> c.open() == 0)
                .findFirst()
                .map(Campaign::id)
                .ifPresent(model()::choose);
    }

    /** A sheet as the office might give it back; where somebody mistook something, with what is refused. */
    private void sheet(boolean refused) {
        Round round = read();
        Path file = folder.resolve("sheet-" + RecordId.random() + ".xlsx");
        try {
            new RoundSheet(hands.desk().notebook(), Clock.systemUTC(), ZoneId.systemDefault())
                    .export(
                            new RoundSheet.Order(file, round.campaign(), round.quarter(), "ky"),
                            new char[0],
                            Steps.UNWATCHED);
            ReturnedSheet good = SheetReader.read(Files.readAllBytes(file), new char[0]);
            List<Edited> edited = new ArrayList<>();
            List<RoundRow> rows = round.rows();
            for (int i = 0; i < Math.min(EDITED, rows.size()); i++) {
                edited.add(edited(rows.get(i), i));
            }
            List<Refusal> refusals = refused
                    ? List.of(
                            new Refusal(Reason.UNKNOWN_STATUS, good.name(), "H9", "дээрлик бүттү"),
                            new Refusal(Reason.FORMULA, good.name(), "J17", "B2&C2"),
                            new Refusal(Reason.READ_ONLY, good.name(), "D21", "Башка текст"))
                    : List.of();
            hands.desk()
                    .round()
                    .sheets()
                    .show(new ReturnedSheet(
                            good.head(),
                            good.name(),
                            edited,
                            Math.max(0, good.unchanged() - edited.size()),
                            List.of("I6"),
                            refusals));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SheetRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Edited edited(RoundRow row, int i) {
        @Nullable String status = i % 2 == 0 ? "in-progress" : null;
        @Nullable
        String progress = i == 1 || i == 2
                ? "Облустук башкармалыкка кайрылуу жөнөтүлдү; жооп күтүлүүдө, эмгек инспекциясы менен сүйлөшүү жүрүп жатат."
                : null;
        List<String> cells = new ArrayList<>();
        for (char column = 'A'; column <= 'J'; column++) {
            cells.add(column + String.valueOf(i + 3));
        }
        return new Edited(
                new SheetRow(
                        row.record(),
                        row.heads(),
                        new SheetRow.Given("", "", "", "", "", ""),
                        // In one row the status has changed since.
                        i == 2 ? "stalled" : row.action().status(),
                        "",
                        RecordId.random(),
                        "",
                        RecordId.random()),
                i + 3,
                i == 4,
                status,
                i == 3 ? "Эмгек инспекциясы" : null,
                progress,
                cells);
    }

    private void notASheet() {
        try {
            Path file =
                    Files.writeString(folder.resolve("sheet-" + RecordId.random() + ".xlsx"), "№;Абалы\n1;Аткарылды\n");
            hands.desk().round().sheets().read(file, new char[0], failure -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void menu(String id) {
        if (shell.scene().lookup("#round-files") instanceof MenuButton files) {
            files.getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
        }
    }
}
