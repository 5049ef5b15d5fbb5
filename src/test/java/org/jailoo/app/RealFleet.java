package org.jailoo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.history.Claimed;
import org.jailoo.history.Header;
import org.jailoo.history.RecordState;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.simulation.Event.Back;
import org.jailoo.simulation.Event.Damage;
import org.jailoo.simulation.Fleet;
import org.jspecify.annotations.Nullable;

/** Real notebooks that exchange real bundles, encrypted and signed; tests only. */
public final class RealFleet implements Fleet {
    private static final String PASSPHRASE = "ак боз ат";
    private static final int WORK_FACTOR = 2;

    /** Every so many imports, a preview is held against the whole notebook, of which it may touch nothing. */
    private static final int LOOKS = 7;

    private record Opened(SaveRecord.Form form) implements Form {
        @Override
        public String record() {
            return form.record();
        }
    }

    private record File(Path path) implements Parcel {}

    private final Path folder;
    private final List<Laptop> laptops;
    private final List<Card> cards;
    private final Map<Integer, Path> kept = new HashMap<>();
    private int files;
    private int imports;

    /** So many laptops that trust one another. */
    public RealFleet(Path folder, int count) {
        this.folder = folder;
        this.laptops = new ArrayList<>(Laptop.friends(
                folder, IntStream.range(0, count).mapToObj(i -> "laptop" + i).toArray(String[]::new)));
        this.cards = laptops.stream().map(Laptop::card).toList();
    }

    private Laptop at(int machine) {
        return laptops.get(machine);
    }

    private Path fresh(String name) {
        return folder.resolve(name + ++files);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private interface Task<T> {
        T run() throws Exception;
    }

    private static <T> T run(Task<T> task) {
        try {
            return task.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Form open(int machine, String type, @Nullable String record) {
        return new Opened(new SaveRecord(at(machine).notebook, Laptop.CLOCK).open(type, record));
    }

    @Override
    public @Nullable Written save(int machine, Form form, Map<String, Json> body, Instant now) {
        SaveRecord.Form opened = ((Opened) form).form();
        SaveRecord.Outcome outcome = new SaveRecord(at(machine).notebook, clock(now)).save(opened, Json.object(body));
        if (outcome instanceof SaveRecord.Purged) {
            return null;
        }
        if (outcome instanceof SaveRecord.Saved saved) {
            return written(machine, opened.record(), saved.revision(), new Opened(saved.form()));
        }
        throw new AssertionError("not saved: " + outcome);
    }

    private Written written(int machine, String record, String revision, @Nullable Form form) {
        Header header = at(machine).notebook.revisions().headersOf(record).stream()
                .map(org.jailoo.history.Held::header)
                .filter(h -> h.id().equals(revision))
                .findFirst()
                .orElseThrow(() -> new AssertionError("what was acknowledged is not there"));
        return new Written(revision, record, header.writer(), header.seq(), header.parents(), form);
    }

    @Override
    public Written purge(int machine, String record, Instant now) {
        String revision = new PurgeRecord(at(machine).notebook, clock(now))
                .purge(record)
                .orElseThrow()
                .revision();
        return written(machine, record, revision, null);
    }

    @Override
    public Parcel send(int machine, @Nullable Choice choice, List<Integer> to, Instant now) {
        Path out = fresh("parcel");
        run(() -> new ExportBundle(at(machine).notebook, clock(now))
                .export(new ExportBundle.Order(out, to.stream().map(cards::get).toList(), choice)));
        return new File(out);
    }

    @Override
    public @Nullable Told take(
            int machine, Parcel parcel, Damage damage, double where, boolean acceptPurges, Instant now) {
        Path file = ((File) parcel).path();
        Path came = damage == Damage.NONE ? file : run(() -> damaged(file, damage, where));
        try {
            return take(at(machine), came, new Allowed(false, acceptPurges), clock(now));
        } catch (BundleRefused refused) {
            if (damage == Damage.NONE && refused.reason() != Reason.UNTRUSTED) {
                throw new AssertionError("refused: " + refused.reason(), refused);
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Told take(Laptop laptop, Path file, Allowed allowed, Clock clock) throws IOException, BundleRefused {
        try (ImportBundle.Waiting waiting =
                new ImportBundle(laptop.notebook, clock, Laptop.WORKERS).stage(file, null, allowed, Progress.NONE)) {
            boolean looks = ++imports % LOOKS == 0;
            String before = looks ? laptop.dump() : "";
            ImportResult preview = waiting.preview();
            if (looks && !laptop.dump().equals(before)) {
                throw new AssertionError("a preview wrote something");
            }
            ImportResult result = waiting.write();
            if (!result.equals(preview)) {
                throw new AssertionError("a preview said " + preview + ", and what happened is " + result);
            }
            return new Told(
                    result.fresh(),
                    result.changed(),
                    result.same(),
                    result.heldPurges(),
                    result.forks(),
                    result.gaps());
        }
    }

    private Path damaged(Path file, Damage damage, double where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int place = (int) (where * bytes.length);
        if (damage == Damage.CUT) {
            bytes = java.util.Arrays.copyOf(bytes, place);
        } else {
            bytes[place] ^= (byte) (1 << (place % 8));
        }
        return Files.write(folder.resolve("damaged"), bytes);
    }

    @Override
    public void block(int machine, int lost) {
        at(machine).notebook.inTransaction(() -> {
            at(machine).notebook.devices().block(cards.get(lost).deviceId());
            return lost;
        });
    }

    @Override
    public void copy(int machine, int copy, boolean noticed) {
        Path file = closed(machine, !noticed);
        Path other = fresh("copy");
        run(() -> Files.copy(file, other));
        laptops.set(machine, Laptop.open(file));
        laptops.add(Laptop.open(other));
    }

    /** Closes a notebook, and lets nothing tell that another file is a copy of it. */
    private Path closed(int machine, boolean forgetsPlace) {
        Path file = at(machine).file;
        at(machine).close();
        if (forgetsPlace) {
            Inside.forgetPlace(file);
        }
        return file;
    }

    @Override
    public void keep(int machine, Back how, Instant now) {
        Path out = fresh("kept");
        kept.put(machine, out);
        if (how == Back.BACKUP) {
            run(() -> new BackUp(at(machine).notebook, clock(now), WORK_FACTOR).write(out, PASSPHRASE.toCharArray()));
            return;
        }
        Path file = closed(machine, how == Back.FILE_UNNOTICED);
        run(() -> Files.copy(file, out));
        laptops.set(machine, Laptop.open(file));
    }

    @Override
    public void restore(int machine, Back how, Instant now) {
        Path old = java.util.Objects.requireNonNull(kept.get(machine));
        Path file = closed(machine, false);
        if (how == Back.BACKUP) {
            Path into = fresh("restored");
            run(() -> new RestoreBackup(Kdf.FLOOR, clock(now), Laptop.WORKERS)
                    .restore(old, into, PASSPHRASE.toCharArray(), true, Progress.NONE));
            Notebook notebook = Notebook.openWithIdentities(into, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z");
            laptops.set(machine, Laptop.around(into, notebook));
        } else {
            run(() -> Files.write(file, Files.readAllBytes(old)));
            laptops.set(machine, Laptop.open(file));
        }
    }

    @Override
    public void lose(int machine) {
        at(machine).close();
    }

    @Override
    public Writer writer(int machine) {
        return at(machine).writer();
    }

    @Override
    public Sums sums(int machine) {
        long revisions = 0;
        long bodied = 0;
        for (String row : Inside.texts(at(machine).notebook, "SELECT lower(hex(id)) || bodied FROM revision")) {
            long key = Fleet.key(row.substring(0, 64));
            revisions += key;
            bodied += row.endsWith("1") && row.length() == 65 ? key : 0;
        }
        Set<String> purged = new HashSet<>(Inside.texts(
                at(machine).notebook,
                "SELECT DISTINCT d.id FROM purge p JOIN record d ON d.key = p.record WHERE p.accepted = 1"));
        return new Sums(revisions, bodied, purged);
    }

    @Override
    public Set<String> ids(int machine) {
        return new HashSet<>(at(machine).revisionIds());
    }

    @Override
    public @Nullable RecordState state(int machine, String record) {
        return at(machine).notebook.revisions().state(record).orElse(null);
    }

    @Override
    public Map<Writer, Long> gaps(int machine) {
        Notebook notebook = at(machine).notebook;
        Map<Writer, Long> gaps = new HashMap<>();
        for (String device : notebook.claims().devices()) {
            notebook.claims()
                    .of(device)
                    .forEach(word ->
                            gaps.put(word.from(), Claimed.gap(word.has(), word.withheld(), notebook.holdings())));
        }
        return gaps;
    }

    @Override
    public String fingerprint(int machine) {
        return at(machine).dump();
    }

    @Override
    public void isSound(int machine) {
        at(machine).isSound();
        long bodies = Long.parseLong(Inside.texts(
                        at(machine).notebook,
                        "SELECT count(*) FROM content c JOIN revision r ON r.key = c.revision WHERE r.bodied = 0"
                                + " OR EXISTS (SELECT 1 FROM purge p WHERE p.record = r.record AND p.accepted = 1)")
                .get(0));
        if (bodies > 0 || run(at(machine)::leftovers) > 0) {
            throw new AssertionError("a body of an erased record, or a file of an import, is left");
        }
    }

    @Override
    public void close() {
        laptops.forEach(Laptop::close);
    }
}
