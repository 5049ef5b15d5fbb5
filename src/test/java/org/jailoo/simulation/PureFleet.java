package org.jailoo.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.ReferenceLines;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.simulation.Event.Back;
import org.jailoo.simulation.Event.Damage;
import org.jspecify.annotations.Nullable;

/** Notebooks in memory: the rules of the product without its database, its files and its signatures. */
final class PureFleet implements Fleet {
    private record Opened(String record, String type, List<String> parents) implements Form {}

    private final Random random;
    private final Slip slip;
    private final List<PureNotebook> notebooks = new ArrayList<>();
    private final Map<Integer, PureNotebook> kept = new HashMap<>();

    PureFleet(long seed, int laptops, Slip slip) {
        this.random = new Random(~seed);
        this.slip = slip;
        for (int i = 0; i < laptops; i++) {
            notebooks.add(new PureNotebook(new Writer(hex(), hex()), slip, this::hex));
        }
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private PureNotebook at(int machine) {
        return notebooks.get(machine);
    }

    @Override
    public Form open(int machine, String type, @Nullable String record) {
        if (record == null) {
            return new Opened(uuid(), type, List.of());
        }
        List<String> heads =
                at(machine).state(record).map(RecordState::parentsOfNextEdit).orElse(List.of());
        return new Opened(record, type, heads);
    }

    private String uuid() {
        String hex = hex();
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-8"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }

    @Override
    public @Nullable Written save(int machine, Form form, Map<String, Json> body, Instant now) {
        PureNotebook notebook = at(machine);
        Opened opened = (Opened) form;
        if (notebook.accepted().contains(opened.record())) {
            return null;
        }
        List<String> parents = slip == Slip.PARENTS_TAKEN_WHEN_SAVING
                ? notebook.state(opened.record())
                        .map(RecordState::parentsOfNextEdit)
                        .orElse(List.of())
                : opened.parents();
        byte[] salt = new byte[Content.SALT_BYTES];
        random.nextBytes(salt);
        try {
            Json.Obj changes = Json.object(body);
            Content content = Content.of(salt, Content.timeText(now), changes);
            Header header = Header.edit(
                    opened.record(), opened.type(), parents, notebook.self(), notebook.nextSeq(), content.hash());
            notebook.add(new Held(header, changes), false);
            return written(header, new Opened(opened.record(), opened.type(), List.of(header.id())));
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static Written written(Header header, @Nullable Form form) {
        return new Written(header.id(), header.record(), header.writer(), header.seq(), header.parents(), form);
    }

    @Override
    public Written purge(int machine, String record, Instant now) {
        PureNotebook notebook = at(machine);
        String type = notebook.state(record).orElseThrow().type();
        Header header = Header.purge(record, type, notebook.self(), notebook.nextSeq());
        notebook.add(new Held(header, null), false);
        notebook.accept(record);
        return written(header, null);
    }

    @Override
    public Parcel send(int machine, @Nullable Choice choice, List<Integer> to, Instant now) {
        return at(machine).bundle(choice, to.stream().map(m -> at(m).device()).toList());
    }

    @Override
    public @Nullable Told take(
            int machine, Parcel parcel, Damage damage, double where, boolean acceptPurges, Instant now) {
        PureNotebook.Bundle bundle = (PureNotebook.Bundle) parcel;
        List<Held> revisions = bundle.revisions();
        int place = (int) (where * revisions.size());
        List<Held> came = new ArrayList<>(revisions);
        String digest = bundle.digest();
        if (damage == Damage.CUT) {
            came.subList(place, came.size()).clear();
            digest = revisions.isEmpty() ? "cut" : digest;
        } else if (damage == Damage.FLIPPED) {
            // Whatever bit is turned over, one of the hashes does not hold.
            digest += PureNotebook.FLIPPED;
            if (!came.isEmpty()) {
                came.remove(place);
            }
        }
        return at(machine)
                .take(
                        new PureNotebook.Bundle(bundle.from(), bundle.scope(), bundle.word(), came, digest),
                        acceptPurges);
    }

    @Override
    public void block(int machine, int lost) {
        at(machine).block(at(lost).device());
    }

    @Override
    public void copy(int machine, int copy, boolean noticed) {
        PureNotebook original = at(machine);
        boolean draws = noticed && slip != Slip.COPY_KEEPS_ITS_INSTANCE;
        Writer self = draws ? new Writer(original.device(), hex()) : original.self();
        notebooks.add(original.copy(self));
    }

    @Override
    public void keep(int machine, Back how, Instant now) {
        PureNotebook notebook = at(machine);
        kept.put(machine, notebook.copy(notebook.self()));
        if (how == Back.BACKUP) {
            notebook.bundle(null, List.of());
        }
    }

    @Override
    public void restore(int machine, Back how, Instant now) {
        PureNotebook old = kept.get(machine);
        if (old == null) {
            throw new AssertionError("nothing was kept");
        }
        Writer drawn = new Writer(old.device(), hex());
        notebooks.set(
                machine,
                how == Back.BACKUP ? old.restored(drawn) : old.copy(how == Back.FILE_UNNOTICED ? old.self() : drawn));
    }

    @Override
    public void lose(int machine) {
        // Nobody asks it any more.
    }

    @Override
    public Writer writer(int machine) {
        return at(machine).self();
    }

    @Override
    public Sums sums(int machine) {
        return at(machine).sums();
    }

    @Override
    public Set<String> ids(int machine) {
        Set<String> all = new HashSet<>();
        at(machine).all().forEach(of -> all.addAll(of.keySet()));
        return all;
    }

    @Override
    public @Nullable RecordState state(int machine, String record) {
        return at(machine).state(record).orElse(null);
    }

    @Override
    public Map<Writer, Long> gaps(int machine) {
        return at(machine).gaps();
    }

    @Override
    public String fingerprint(int machine) {
        return at(machine).fingerprint();
    }

    /** The state line of a record over the union of some notebooks, by the slow reference. */
    Optional<String> reference(List<Integer> machines, String record) {
        List<Held> union = new ArrayList<>();
        boolean purged = false;
        for (int machine : machines) {
            union.addAll(at(machine).of(record).values());
            purged |= at(machine).accepted().contains(record);
        }
        return union.isEmpty() ? Optional.empty() : ReferenceLines.line(union, purged);
    }

    @Override
    public void isSound(int machine) {
        // There is nothing derived here.
    }

    @Override
    public void close() {
        notebooks.clear();
    }
}
