package org.jailoo.ui.tables;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.consent.Audience;
import org.jailoo.identity.Withstands;
import org.jailoo.office.PasswordProtection;
import org.jailoo.report.Content;
import org.jailoo.report.CsvSeparator;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.PassphraseWorth;
import org.jailoo.ui.common.PassphraseWorth.TooWeak;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** What is to be written for whom, how it is locked, and its being written. */
public final class ExportModel {
    /** What the person may have. */
    enum Kind {
        REPORT,
        DATA,
        ALL,
        CSV
    }

    private final Tasks tasks;
    private final Reports reports;
    private final ObjectProperty<Audience> audience;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);
    private final ObjectProperty<@Nullable String> campaign = new SimpleObjectProperty<>();
    private final ObjectProperty<String> language = new SimpleObjectProperty<>("");
    private final ObjectProperty<CsvSeparator> separator = new SimpleObjectProperty<>(CsvSeparator.SEMICOLON);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Sentence> failure = new SimpleObjectProperty<>();
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final PassphraseWorth worth;
    private @Nullable Watch running;

    ExportModel(Tasks tasks, Reports reports, ObjectProperty<Audience> audience) {
        this.tasks = tasks;
        this.reports = reports;
        this.audience = audience;
        this.worth = new PassphraseWorth(tasks, Withstands::ofOfficeFile);
        // What was ticked for one workbook is not ticked for the next.
        kind.addListener((p, was, is) -> open.set(false));
        audience.addListener((p, was, is) -> open.set(false));
    }

    ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** The id of the campaign; null for the whole notebook. */
    ObjectProperty<@Nullable String> campaignProperty() {
        return campaign;
    }

    ObjectProperty<String> languageProperty() {
        return language;
    }

    ObjectProperty<CsvSeparator> separatorProperty() {
        return separator;
    }

    /** Whether the person wants it without a password, though it holds what people said. */
    BooleanProperty openProperty() {
        return open;
    }

    ReadOnlyObjectProperty<@Nullable Sentence> failureProperty() {
        return failure;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    /** From 0 to 1, below 0 where it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    PassphraseWorth worth() {
        return worth;
    }

    /** Whether it holds what people said. */
    BooleanBinding holdsPeople() {
        return Bindings.createBooleanBinding(() -> audience.get() == Audience.TEAM, audience);
    }

    /** Whether a password is asked for: a workbook that holds what people said, unless it is wanted without. */
    BooleanBinding asksPassword() {
        return Bindings.createBooleanBinding(
                () -> audience.get() == Audience.TEAM && kind.get() != Kind.CSV && !open.get(), audience, kind, open);
    }

    /** The titles of the campaigns by their ids, as the tables know them. */
    static Map<String, String> campaigns(List<Table> tables) {
        Map<String, String> campaigns = new LinkedHashMap<>();
        for (Table table : tables) {
            String[] key = table.key().split("/", -1);
            if (!table.campaign().isEmpty() && key.length > 1 && !key[1].isEmpty()) {
                campaigns.putIfAbsent(key[1], table.campaign());
            }
        }
        return campaigns;
    }

    /** Begins anew, in the language of the window. */
    void begin(String own) {
        language.set(own);
        separator.set(CsvSeparator.of(own));
        open.set(false);
        failure.set(null);
    }

    private Export export() {
        Kind wanted = kind.get();
        Content content = switch (wanted) {
            case REPORT -> Content.REPORT;
            case DATA, CSV -> Content.DATA;
            case ALL -> Content.ALL;
        };
        CsvSeparator csv = wanted == Kind.CSV ? separator.get() : null;
        return new Export(content, csv, audience.get(), language.get(), campaign.get());
    }

    /** Whether it may be written as things stand; says beside the fields why not. */
    boolean check(char[] password, char[] again) {
        failure.set(refusal(password, again));
        return failure.get() == null;
    }

    private @Nullable Sentence refusal(char[] password, char[] again) {
        if (!export().holdsPeople() || open.get()) {
            return null;
        }
        if (kind.get() == Kind.CSV) {
            return Sentence.of("tables.export.csv-open");
        }
        if (password.length == 0) {
            return Sentence.of("tables.export.no-password");
        }
        if (!Arrays.equals(password, again)) {
            return Sentence.of("tables.export.differ");
        }
        return password.length > PasswordProtection.MAX_LENGTH
                ? Sentence.of("tables.export.long", PasswordProtection.MAX_LENGTH)
                : null;
    }

    /** Writes it, after {@link #check}; wipes the password in the end. */
    void write(Path place, char[] password, Runnable done, Consumer<Sentence> failed) {
        if (writing.get()) {
            Arrays.fill(password, '\0');
            return;
        }
        Export export = export();
        boolean locked = asksPassword().get();
        boolean insists = worth.insistingProperty().get();
        progress.set(-1);
        writing.set(true);
        running = tasks.of(watch -> {
                    if (locked) {
                        worth.require(password, insists);
                    }
                    reports.write(place, export, locked ? password : new char[0], watch);
                    return place;
                })
                .onProgress(progress::set)
                .onEnd(() -> {
                    Arrays.fill(password, '\0');
                    writing.set(false);
                })
                .onSuccess(written -> done.run())
                .onFailure(e -> failed.accept(told(e, place)))
                .start();
    }

    private static Sentence told(Exception failure, Path place) {
        if (failure instanceof TooWeak weak) {
            return weak.refused() ? Sentence.of("tables.export.refused") : Sentence.of("tables.export.weak");
        }
        return Failures.of(failure, place);
    }

    /** Writes one table as CSV. */
    void csv(Path file, Table table, String own, Runnable done, Consumer<Sentence> failed) {
        tasks.of(watch -> {
                    reports.csv(file, table, CsvSeparator.of(own));
                    return file;
                })
                .onSuccess(written -> done.run())
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .start();
    }

    /** Stops writing; nothing of it stays. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
