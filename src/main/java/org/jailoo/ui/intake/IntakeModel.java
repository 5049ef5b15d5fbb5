package org.jailoo.ui.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jailoo.app.ImportTable;
import org.jailoo.app.ImportTable.Imported;
import org.jailoo.app.TablePlan;
import org.jailoo.app.TablePlan.Line;
import org.jailoo.app.TablePlan.Order;
import org.jailoo.app.TablePlan.Same;
import org.jailoo.intake.Encoding;
import org.jailoo.intake.Headings;
import org.jailoo.intake.IntakeRefused;
import org.jailoo.intake.Separator;
import org.jailoo.intake.TableFile;
import org.jailoo.intake.TableFile.How;
import org.jailoo.intake.TableFile.ReadTable;
import org.jailoo.intake.Target;
import org.jailoo.intake.Targets;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.NotebookException;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** A table on its way into the notebook: how it is read, what its columns mean, and what becomes of each row. */
public final class IntakeModel {
    /** What the model needs of the notebook. */
    public interface Source {
        /** The campaigns to which the rows may belong; empty for a type that belongs to none. */
        List<Lists.Row> campaigns();
    }

    /**
     * How the table stands: read, its columns understood, its rows planned. One value, so that nothing is half new.
     *
     * @param edition another one where the rows or their heading are others than before
     */
    public record State(int edition, ReadTable table, List<@Nullable Target> columns, int heading, TablePlan plan) {
        public State {
            columns = Collections.unmodifiableList(new ArrayList<>(columns));
        }
    }

    /** What a piece of work came to. */
    private record Answer(@Nullable State state, @Nullable Sentence said) {}

    private static final Sentence CLOSED = Sentence.of("failure.identities.closed");

    private final Tasks tasks;
    private final Latest latest;
    private final ImportTable imports;
    private final Source source;
    private final String type;
    private final List<Target> targets;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable State> state = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Sentence> said = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> campaign = new SimpleObjectProperty<>();
    private final ObservableSet<Integer> chosen = FXCollections.observableSet();
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private int editions;
    private Supplier<Runnable> holding = () -> () -> {};
    private Tasks.@Nullable Work<Answer> closed;
    private How how = How.RECOGNISED;
    private @Nullable Watch running;

    public IntakeModel(Tasks tasks, ImportTable imports, Source source, Schema schema, String type) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.imports = imports;
        this.source = source;
        this.type = type;
        this.targets = Targets.of(schema, type);
    }

    public String type() {
        return type;
    }

    List<Target> targets() {
        return targets;
    }

    ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    public ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state;
    }

    /** What went wrong; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Sentence> saidProperty() {
        return said;
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading;
    }

    ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** The rows that are written though a record says the same or has their code. */
    ObservableSet<Integer> chosen() {
        return chosen;
    }

    @Nullable
    String campaign() {
        return campaign.get();
    }

    /** Asks for the campaigns, away from the window's thread. */
    void campaigns(Consumer<List<Lists.Row>> then) {
        tasks.of(watch -> source.campaigns()).onSuccess(then).start();
    }

    /** Reads another file, as the program thinks best. */
    public void open(Path chosenFile) {
        file.set(chosenFile);
        how = How.RECOGNISED;
        read();
    }

    void sheet(String name) {
        how = new How(name, how.encoding(), how.separator());
        read();
    }

    void encoding(Encoding encoding) {
        how = new How(how.sheet(), encoding, how.separator());
        read();
    }

    void separator(Separator separator) {
        how = new How(how.sheet(), how.encoding(), separator);
        read();
    }

    private void read() {
        Path path = file.get();
        if (path == null || writing.get()) {
            return;
        }
        editions++;
        int edition = editions;
        How asked = how;
        String rows = campaign.get();
        begin(watch -> {
            try {
                ReadTable table = TableFile.read(path, asked, count -> watch.at(count, 0));
                Headings headings = new Headings(targets);
                int heading = headings.row(table.grid());
                return planned(edition, table, heading, matched(headings, table, heading), rows, watch);
            } catch (IntakeRefused e) {
                return new Answer(null, refused(e));
            } catch (IOException e) {
                return new Answer(null, Failures.reading(e, path));
            }
        });
    }

    private static Sentence refused(IntakeRefused e) {
        return switch (e.reason()) {
            case TOO_LARGE -> Sentence.of("intake.refusal.too-large");
            case NOT_A_TABLE -> Sentence.of("intake.refusal.not-a-table");
            case DAMAGED -> Sentence.of("intake.refusal.damaged");
            case LOCKED -> Sentence.of("intake.refusal.locked");
            case OPEN_QUOTE -> Sentence.of("intake.refusal.open-quote", e.row());
            case EMPTY -> Sentence.of("intake.refusal.empty");
        };
    }

    private static List<@Nullable Target> matched(Headings headings, ReadTable table, int heading) {
        int columns = table.grid().columns();
        return heading < 0
                ? new ArrayList<>(Collections.nCopies(columns, null))
                : headings.columns(table.grid().rows().get(heading), columns);
    }

    private Answer planned(
            int edition,
            ReadTable table,
            int heading,
            List<@Nullable Target> columns,
            @Nullable String rows,
            Watch watch) {
        Order order = new Order(type, table.grid(), heading, columns, rows);
        return new Answer(new State(edition, table, columns, heading, imports.plan(order, watch::at)), null);
    }

    /** Another row holds the headings; -1 for none. */
    void heading(int place) {
        State now = state.get();
        if (now != null && now.heading() != place) {
            editions++;
            int edition = editions;
            begin(watch -> planned(
                    edition,
                    now.table(),
                    place,
                    matched(new Headings(targets), now.table(), place),
                    campaign.get(),
                    watch));
        }
    }

    /** A column goes somewhere else; what was there before is left out, as no field is filled twice. */
    public void column(int column, @Nullable Target target) {
        State now = state.get();
        if (now == null || Objects.equals(target, now.columns().get(column))) {
            return;
        }
        List<@Nullable Target> columns = new ArrayList<>(now.columns());
        columns.replaceAll(t -> t != null && t.equals(target) ? null : t);
        columns.set(column, target);
        plan(now, columns);
    }

    void campaign(@Nullable String id) {
        campaign.set(id);
        State now = state.get();
        if (now != null) {
            plan(now, now.columns());
        }
    }

    private void plan(State now, List<@Nullable Target> columns) {
        String rows = campaign.get();
        begin(watch -> planned(now.edition(), now.table(), now.heading(), columns, rows, watch));
    }

    /** What could not be planned because the names are closed, to be planned again once they are open. */
    private void begin(Tasks.Work<Answer> planning) {
        reading.set(true);
        Tasks.Work<Answer> work = watch -> {
            try {
                return planning.call(watch);
            } catch (NotebookException e) {
                if (e.fault() == NotebookException.Fault.IDENTITIES_CLOSED) {
                    return new Answer(null, CLOSED);
                }
                throw e;
            }
        };
        latest.start(work, answer -> {
            closed = CLOSED.equals(answer.said()) ? planning : null;
            reading.set(false);
            take(answer.state(), answer.said());
        });
    }

    /** Tells how names are kept open while rows are written. */
    public void holding(Supplier<Runnable> hold) {
        holding = hold;
    }

    /** Whether the table holds names, and these are closed. */
    boolean needsNames() {
        return closed != null;
    }

    /** Plans again what waited for the names. */
    void namesOpened() {
        Tasks.Work<Answer> waiting = closed;
        if (waiting != null) {
            begin(waiting);
        }
    }

    private void take(@Nullable State next, @Nullable Sentence words) {
        chosen.clear();
        said.set(words);
        state.set(next);
    }

    /** Chooses every row that a person may choose, or none. */
    void chooseAll(boolean all) {
        State now = state.get();
        if (now == null || !all) {
            chosen.clear();
            return;
        }
        for (Line line : now.plan().lines()) {
            if (line.fate() instanceof Same same && same.choosable()) {
                chosen.add(line.row());
            }
        }
    }

    /** How many records the button would write. */
    int writes() {
        State now = state.get();
        return now == null ? 0 : now.plan().writes(chosen);
    }

    /** Writes what the plan says. */
    public void write(Consumer<Imported> done) {
        State now = state.get();
        if (now == null || writing.get() || reading.get() || writes() == 0) {
            return;
        }
        Set<Integer> rows = Set.copyOf(chosen);
        writing.set(true);
        Runnable let = holding.get();
        progress.set(-1);
        running = tasks.of(watch -> imports.apply(now.plan(), rows, watch::at))
                .onProgress(progress::set)
                .onEnd(() -> {
                    writing.set(false);
                    let.run();
                })
                .onFailure(e -> said.set(Failures.of(e, Path.of(String.valueOf(file.get())))))
                .onSuccess(outcome -> {
                    if (outcome instanceof Imported imported) {
                        done.accept(imported);
                    } else if (outcome instanceof ImportTable.Changed changed) {
                        take(
                                new State(now.edition(), now.table(), now.columns(), now.heading(), changed.now()),
                                Sentence.of("intake.write.changed"));
                    }
                })
                .start();
    }

    /** Stops writing; nothing is written then. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
    }
}
