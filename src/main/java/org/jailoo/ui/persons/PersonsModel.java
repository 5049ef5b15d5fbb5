package org.jailoo.ui.persons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import org.jailoo.app.LinkPersons;
import org.jailoo.app.LinkPersons.Said;
import org.jailoo.app.LookAtPersons;
import org.jailoo.app.LookAtPersons.Side;
import org.jailoo.app.SamePersons;
import org.jailoo.app.SamePersons.Found;
import org.jailoo.person.Pair;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The pairs that wait for a decision, those linked, and those of whom people have said both. */
public final class PersonsModel {
    /** Which part is in sight. */
    public enum Part {
        OFFERED,
        LINKED
    }

    /** What it works with. */
    public record Uses(SamePersons same, LinkPersons links, LookAtPersons look) {}

    /** Two participants, side by side. */
    record Offer(Pair pair, Side one, Side other) {}

    /**
     * What is shown, of one moment.
     *
     * @param offers the first of the pairs
     * @param all how many pairs there are
     * @param linked the records of each person who has several
     * @param undecided records said to be of one person and of two
     * @param named whether names were compared
     */
    record Seen(List<Offer> offers, int all, List<List<Side>> linked, List<List<Side>> undecided, boolean named) {}

    /** As many as a page has. */
    static final int PAGE = 8;

    private final Tasks tasks;
    private final Uses uses;
    private final NamesModel names;
    private final Runnable changed;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.OFFERED);
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Sentence> said = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    /** Put off until the notebook is closed, by both ids. */
    private final Set<List<String>> later = new LinkedHashSet<>();

    private final ChangeListener<NamesModel.State> turned;
    private int shown = PAGE;
    private int asked;
    private boolean attached;
    private @Nullable Watch running;

    /** With {@code changed}, which runs after something was written. */
    public PersonsModel(Tasks tasks, Uses uses, NamesModel names, Runnable changed) {
        this.tasks = tasks;
        this.uses = uses;
        this.names = names;
        this.changed = changed;
        this.turned = (p, was, is) -> turn(is);
        names.state().addListener(turned);
    }

    /** Names that are no longer open are neither shown nor remembered. */
    private void turn(NamesModel.State state) {
        if (state == NamesModel.State.CLOSED) {
            seen.set(null);
            said.set(null);
            stop();
            tasks.of(watch -> {
                        uses.same().forget();
                        return watch;
                    })
                    .start();
        }
        if (attached && state != NamesModel.State.OPENING) {
            reload();
        }
    }

    /** Somebody looks at it. */
    void attach() {
        attached = true;
        said.set(null);
        reload();
    }

    /** Nobody looks at it any more. */
    void detach() {
        attached = false;
        stop();
    }

    /** The notebook closes. */
    public void close() {
        names.state().removeListener(turned);
        stop();
    }

    NamesModel names() {
        return names;
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Null until it was read once, and where the search was stopped before that. */
    ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** What became of the last decision. */
    ReadOnlyObjectProperty<@Nullable Sentence> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** How far the search is, from 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** Ends the search; what was shown before stays. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
        asked++;
        searching.set(false);
    }

    /** Searches again, in what has changed since. */
    void reload() {
        stop();
        int mine = asked;
        int most = shown;
        List<List<String>> last = List.copyOf(later);
        searching.set(true);
        progress.set(0);
        running = tasks.of(watch -> read(uses.same().find(watch::at), most, last))
                .onProgress(done -> {
                    if (mine == asked) {
                        progress.set(done);
                    }
                })
                .onSuccess(now -> {
                    if (mine == asked) {
                        searching.set(false);
                        seen.set(now.named() && !names.isOpen() ? null : now);
                    }
                })
                .start();
    }

    private Seen read(Found found, int most, List<List<String>> last) {
        List<Pair> pairs = new ArrayList<>(found.suggested());
        pairs.removeIf(pair -> last.contains(key(pair)));
        for (Pair pair : found.suggested()) {
            if (last.contains(key(pair))) {
                pairs.add(pair);
            }
        }
        List<Pair> first = pairs.subList(0, Math.min(most, pairs.size()));
        Set<String> wanted = new LinkedHashSet<>();
        first.forEach(pair -> wanted.addAll(key(pair)));
        found.linked().stream().limit(most).forEach(wanted::addAll);
        found.undecided().stream().limit(most).forEach(wanted::addAll);
        Map<String, Side> sides = uses.look().look(wanted);
        List<Offer> offers = new ArrayList<>();
        for (Pair pair : first) {
            Side one = sides.get(pair.one());
            Side other = sides.get(pair.other());
            if (one != null && other != null) {
                boolean inOrder = Rows.code(one).compareTo(Rows.code(other)) <= 0;
                offers.add(inOrder ? new Offer(pair, one, other) : new Offer(pair, other, one));
            }
        }
        return new Seen(
                List.copyOf(offers),
                pairs.size(),
                groups(found.linked(), sides),
                groups(found.undecided(), sides),
                found.named());
    }

    private static List<List<Side>> groups(List<List<String>> groups, Map<String, Side> sides) {
        return groups.stream()
                .map(group -> group.stream()
                        .map(sides::get)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .sorted(Comparator.comparing(Rows::code))
                        .toList())
                .filter(group -> group.size() > 1)
                .toList();
    }

    private static List<String> key(Pair pair) {
        return List.of(pair.one(), pair.other());
    }

    /** Says of a pair what it is. */
    void say(Said what, Offer offer) {
        say(what, offer.one(), offer.other());
    }

    /** Says of two that they are one person, whatever else was said. */
    void same(Side one, Side other) {
        say(Said.SAME, one, other);
    }

    private void say(Said what, Side one, Side other) {
        Sentence done = what == Said.SAME
                ? Sentence.of("persons.said.same", Rows.code(one), Rows.code(other))
                : Sentence.of("persons.said.not-same", Rows.code(one), Rows.code(other));
        write(watch -> uses.links().say(what, one.record(), other.record()), done);
    }

    /** Puts a pair behind the others. */
    void later(Offer offer) {
        later.add(key(offer.pair()));
        said.set(null);
        reload();
    }

    /** Takes every link among these back. */
    void separate(List<Side> group) {
        write(
                watch -> uses.links().separate(group.stream().map(Side::record).toList()),
                Sentence.of("persons.said.separated"));
    }

    private void write(Tasks.Work<Boolean> work, Sentence done) {
        names.used();
        tasks.of(work)
                .onSuccess(stands -> {
                    said.set(stands ? done : Sentence.of("persons.said.gone"));
                    reload();
                    changed.run();
                })
                .start();
    }

    /** Shows more of them. */
    void more() {
        shown += PAGE;
        reload();
    }
}
