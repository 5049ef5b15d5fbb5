package org.jailoo.ui.testimony;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jailoo.app.References;
import org.jailoo.app.WriteTestimony;
import org.jailoo.app.WriteTestimony.Order;
import org.jailoo.app.WriteTestimony.Outcome;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.identity.Withstands;
import org.jailoo.notebook.Lists;
import org.jailoo.office.PasswordProtection;
import org.jailoo.testimony.Receiver;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.PassphraseWorth;
import org.jailoo.ui.common.PassphraseWorth.TooWeak;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;

/** For whom a testimony is to be written out, whether she agreed to that, and whether what was typed is a password. */
public final class TestimonyModel {
    /** As long as a password may be. */
    static final int LONGEST = PasswordProtection.MAX_LENGTH;

    /** What is wrong with a password. */
    public enum Fault {
        NONE,
        EMPTY,
        LONG,
        UNEQUAL
    }

    private final Tasks tasks;
    private final Latest latest;
    private final WriteTestimony write;
    private final References references;
    private final String interview;
    private final StringProperty code = new SimpleStringProperty("");
    private final ObjectProperty<Receiver> receiver = new SimpleObjectProperty<>(Receiver.TEAM);
    private final BooleanProperty abroad = new SimpleBooleanProperty();
    private final ObjectProperty<String> language;
    private final PassphraseWorth worth;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Map<Receiver, Answer>> answers = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);

    public TestimonyModel(Tasks tasks, WriteTestimony write, References references, String interview, String language) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.write = write;
        this.references = references;
        this.interview = interview;
        this.language = new SimpleObjectProperty<>(language);
        this.worth = new PassphraseWorth(tasks, Withstands::ofOfficeFile);
        // What was ticked for one receiver is not ticked for the next.
        receiver.addListener((p, was, is) -> open.set(false));
    }

    /** What people call the interview; empty until it is read. */
    public ReadOnlyStringProperty codeProperty() {
        return code;
    }

    public ObjectProperty<Receiver> receiverProperty() {
        return receiver;
    }

    public BooleanProperty abroadProperty() {
        return abroad;
    }

    public ObjectProperty<String> languageProperty() {
        return language;
    }

    /** Whether anybody who gets the file may read it; never so by itself. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What the password that is typed is worth. */
    PassphraseWorth worth() {
        return worth;
    }

    /** Whether each receiver may get it, and if not, why; empty until that is known. */
    public ReadOnlyObjectProperty<Map<Receiver, Answer>> answersProperty() {
        return answers;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    /** From 0 to 1, below 0 where it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** Asks again who may get it. */
    public void look() {
        boolean asked = abroad.get();
        latest.start(
                watch -> {
                    Lists.Row row = references.labels(List.of(interview)).get(interview);
                    return new Looked(row == null ? "" : row.code(), write.answers(interview, asked));
                },
                looked -> {
                    code.set(looked.code());
                    answers.set(new EnumMap<>(looked.answers()));
                });
    }

    private record Looked(String code, Map<Receiver, Answer> answers) {}

    /** The answer for the receiver who is chosen; a no until it is known. */
    public boolean isGranted() {
        Answer answer = answers.get().get(receiver.get());
        return answer != null && answer.isYes();
    }

    /** What is wrong with a password and its repetition; nothing where there is to be none. */
    public Fault fault(CharSequence password, CharSequence again) {
        if (open.get()) {
            return Fault.NONE;
        }
        if (password.isEmpty()) {
            return Fault.EMPTY;
        }
        if (password.length() > LONGEST) {
            return Fault.LONG;
        }
        return password.toString().contentEquals(again) ? Fault.NONE : Fault.UNEQUAL;
    }

    /**
     * What is told when it ended.
     *
     * @param written with the number under which the log notes it
     */
    public record Ends(LongConsumer written, Consumer<Answer> refused, Consumer<Sentence> failed) {}

    /** Writes the document; wipes the password. */
    public void write(Path file, char[] password, Ends ends) {
        if (writing.get()) {
            Arrays.fill(password, '\0');
            return;
        }
        Order order = new Order(interview, receiver.get(), abroad.get(), language.get());
        boolean locked = !open.get();
        boolean insists = worth.insistingProperty().get();
        progress.set(-1);
        writing.set(true);
        tasks.of(watch -> {
                    try {
                        if (locked) {
                            worth.require(password, insists);
                        }
                        return write.write(order, file, locked ? password : new char[0], watch::at);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                })
                .onProgress(progress::set)
                .onEnd(() -> writing.set(false))
                .onFailure(e -> ends.failed().accept(told(e, file)))
                .onSuccess(outcome -> {
                    if (outcome instanceof Outcome.Written written) {
                        ends.written().accept(written.entry());
                    } else if (outcome instanceof Outcome.Refused refused) {
                        ends.refused().accept(refused.why());
                        look();
                    }
                })
                .start();
    }

    private static Sentence told(Exception failure, Path file) {
        if (failure instanceof TooWeak weak) {
            return weak.refused() ? Sentence.of("testimony.screen.useless") : Sentence.of("testimony.screen.weak");
        }
        return Failures.of(failure, file);
    }
}
