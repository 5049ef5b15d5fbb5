package org.jailoo.ui.testimony;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.WriteTestimony;
import org.jailoo.app.WriteTestimony.Order;
import org.jailoo.app.WriteTestimony.Outcome;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.testimony.Receiver;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;

/** For whom a testimony is to be written out, whether she agreed to that, and whether what was typed is a password. */
public final class TestimonyModel {
    /** A thief who has the file can try without end: so it is longer than for a door. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 255;

    /** What is wrong with a password. */
    public enum Fault {
        NONE,
        SHORT,
        LONG,
        UNEQUAL
    }

    private final Tasks tasks;
    private final Latest latest;
    private final WriteTestimony write;
    private final String interview;
    private final ObjectProperty<Receiver> receiver = new SimpleObjectProperty<>(Receiver.TEAM);
    private final BooleanProperty abroad = new SimpleBooleanProperty();
    private final ObjectProperty<String> language;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Map<Receiver, Answer>> answers = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);

    public TestimonyModel(Tasks tasks, WriteTestimony write, String interview, String language) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.write = write;
        this.interview = interview;
        this.language = new SimpleObjectProperty<>(language);
    }

    public String interview() {
        return interview;
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
        latest.start(watch -> write.answers(interview, asked), found -> answers.set(new EnumMap<>(found)));
    }

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
        int length = password.length();
        if (length < SHORTEST) {
            return Fault.SHORT;
        }
        if (length > LONGEST) {
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
        char[] secret = open.get() ? new char[0] : password;
        progress.set(-1);
        writing.set(true);
        tasks.of(watch -> {
                    try {
                        return write.write(order, file, secret, watch::at);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                })
                .onProgress(progress::set)
                .onEnd(() -> writing.set(false))
                .onFailure(e -> ends.failed().accept(Failures.of(e, file)))
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
}
