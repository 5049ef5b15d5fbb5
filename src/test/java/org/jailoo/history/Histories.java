package org.jailoo.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jailoo.json.Json;

/**
 * Plays seeded histories: laptops that record, open forms and save them later, exchange parts of what they hold in any
 * order, copy notebooks, withdraw consents, and now and then write what no program of ours would write.
 */
final class Histories {
    private static final long YEAR_1970 = 0;
    private static final long YEAR_2106 = 4_294_967_295L;

    /** What came of a history: the notebooks of all laptops, and one that was given everything. */
    record History(long seed, List<NotebookModel> notebooks) {
        @Override
        public String toString() {
            return "history of seed " + seed;
        }
    }

    /** A database file being written; a copied one goes on with the same writer and the same count. */
    private static final class Laptop {
        final NotebookModel notebook;
        Writer writer;
        long seq;
        long clock;
        final List<Form> forms = new ArrayList<>();

        Laptop(NotebookModel notebook, Writer writer, long seq, long clock) {
            this.notebook = notebook;
            this.writer = writer;
            this.seq = seq;
            this.clock = clock;
        }
    }

    /** A form that somebody has opened; it knows the heads of that moment, then only its own last save. */
    private static final class Form {
        final String record;
        final String type;
        List<String> parents;

        Form(String record, String type, List<String> parents) {
            this.record = record;
            this.type = type;
            this.parents = parents;
        }
    }

    private final Random random;
    private final Bodies bodies;
    private final Map<String, String> times = new HashMap<>();
    private final List<Laptop> laptops = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final List<Header> everything = new ArrayList<>();

    private Histories(long seed) {
        this.random = new Random(seed);
        this.bodies = new Bodies(random);
    }

    static History play(long seed) {
        return new Histories(seed).play().asHistory(seed);
    }

    private History asHistory(long seed) {
        List<NotebookModel> notebooks = new ArrayList<>();
        NotebookModel all = new NotebookModel(times);
        for (Laptop laptop : laptops) {
            notebooks.add(laptop.notebook);
            all = all.union(laptop.notebook);
        }
        notebooks.add(all);
        return new History(seed, notebooks);
    }

    private Histories play() {
        int devices = 2 + random.nextInt(random.nextInt(4) == 0 ? 7 : 2);
        for (int i = 0; i < devices; i++) {
            laptops.add(new Laptop(new NotebookModel(times), new Writer(hex(32), hex(32)), 0, anyClock()));
        }
        int count = 1 + random.nextInt(random.nextInt(3) == 0 ? 3 : 1);
        for (int i = 0; i < count; i++) {
            records.add(uuid(random));
        }
        int steps = 4 + random.nextInt(random.nextInt(5) == 0 ? 60 : 20);
        for (int i = 0; i < steps; i++) {
            step(laptops.get(random.nextInt(laptops.size())));
        }
        if (random.nextInt(80) == 0) {
            manyAtOnce(laptops.get(0));
        }
        if (random.nextInt(80) == 0) {
            purgesAlone(laptops.get(0));
        }
        return this;
    }

    private void step(Laptop laptop) {
        laptop.clock += random.nextInt(50) == 0 ? anyClock() - laptop.clock : random.nextInt(100_000);
        switch (random.nextInt(24)) {
            case 0, 1, 2 -> open(laptop);
            case 3, 4, 5, 6, 7 -> saveOpened(laptop);
            case 8, 9, 10, 11, 12 -> saveAtOnce(laptop);
            case 13, 14, 15, 16, 17, 18 -> deliver(other(), laptop);
            case 19 -> purge(laptop);
            case 20 -> newInstance(laptop);
            case 21 -> copyNotebook(laptop);
            default -> strange(laptop);
        }
    }

    private void open(Laptop laptop) {
        String record = records.get(random.nextInt(records.size()));
        laptop.forms.add(new Form(record, bodies.type(record), heads(laptop, record)));
    }

    private void saveOpened(Laptop laptop) {
        if (laptop.forms.isEmpty()) {
            open(laptop);
        }
        Form form = laptop.forms.get(random.nextInt(laptop.forms.size()));
        Header saved = save(laptop, form.record, form.type, form.parents, bodies.changes());
        form.parents = List.of(saved.id());
    }

    private void saveAtOnce(Laptop laptop) {
        String record = records.get(random.nextInt(records.size()));
        Json.Obj body = random.nextInt(4) == 0 ? settling(laptop, record) : bodies.changes();
        save(laptop, record, bodies.type(record), heads(laptop, record), body);
    }

    /** A change set that writes again what stands in conflict. */
    private Json.Obj settling(Laptop laptop, String record) {
        Json.Obj body = bodies.changes();
        for (String path :
                new ReferenceDerivation(laptop.notebook, record).conflicts().keySet()) {
            body = body.with(path, bodies.value(path));
        }
        return body;
    }

    /** Some or all of what one laptop holds comes to another, perhaps without bodies, as whatever came before it. */
    private void deliver(Laptop from, Laptop to) {
        List<Held> bundle = new ArrayList<>();
        String only = records.get(random.nextInt(records.size()));
        boolean allRecords = random.nextBoolean();
        boolean everyRevision = random.nextInt(4) > 0;
        boolean stripping = random.nextInt(12) == 0;
        for (String record : from.notebook.records()) {
            if (allRecords || record.equals(only)) {
                for (Held held : from.notebook.held(record)) {
                    if (everyRevision || random.nextBoolean()) {
                        bundle.add(stripping && random.nextInt(3) == 0 ? NotebookModel.without(held) : held);
                    }
                }
            }
        }
        Collections.shuffle(bundle, random);
        bundle.forEach(to.notebook::add);
    }

    private void purge(Laptop laptop) {
        if (random.nextInt(3) > 0) {
            return;
        }
        String record = records.get(random.nextInt(records.size()));
        Header header = Header.purge(record, bodies.type(record), laptop.writer, ++laptop.seq);
        times.put(header.id(), timeOf(laptop));
        everything.add(header);
        laptop.notebook.add(new Held(header, null));
        for (Laptop each : laptops) {
            if (random.nextInt(3) == 0) {
                each.notebook.add(new Held(header, null));
                if (random.nextBoolean()) {
                    each.notebook.accept(record);
                }
            }
        }
    }

    private void newInstance(Laptop laptop) {
        laptop.writer = new Writer(laptop.writer.device(), hex(32));
        laptop.seq = 0;
    }

    /** Two laptops go on from one file, which makes a fork as soon as both save. */
    private void copyNotebook(Laptop laptop) {
        if (laptops.size() < 8) {
            laptops.add(new Laptop(laptop.notebook.copy(), laptop.writer, laptop.seq, laptop.clock));
        }
    }

    /** An edit whose parents no form of ours would name. */
    private void strange(Laptop laptop) {
        String record = records.get(random.nextInt(records.size()));
        TreeSet<String> parents = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parents.add(
                    everything.isEmpty() || random.nextInt(6) == 0
                            ? hex(64)
                            : everything.get(random.nextInt(everything.size())).id());
        }
        save(laptop, record, bodies.type(record), parents, bodies.changes());
    }

    /** More heads than a revision can name. */
    private void manyAtOnce(Laptop laptop) {
        String record = records.get(0);
        List<String> parents = heads(laptop, record);
        int count = 60 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            newInstance(laptop);
            List<String> before = random.nextInt(3) == 0 ? List.of() : parents;
            save(laptop, record, bodies.type(record), before, bodies.changes());
        }
        if (random.nextBoolean()) {
            saveAtOnce(laptop);
        }
    }

    /** A record of which only withdrawals are known. */
    private void purgesAlone(Laptop laptop) {
        String record = uuid(random);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Header header = Header.purge(record, bodies.anyType(), laptop.writer, ++laptop.seq);
            laptop.notebook.add(new Held(header, null));
        }
        if (random.nextBoolean()) {
            laptop.notebook.accept(record);
        }
    }

    private Header save(Laptop laptop, String record, String type, Collection<String> parents, Json.Obj body) {
        String time = timeOf(laptop);
        byte[] salt = new byte[Content.SALT_BYTES];
        random.nextBytes(salt);
        try {
            String hash = Content.of(salt, time, body).hash();
            Header header =
                    Header.edit(record, type, List.copyOf(new TreeSet<>(parents)), laptop.writer, ++laptop.seq, hash);
            times.put(header.id(), time);
            everything.add(header);
            laptop.notebook.add(new Held(header, body));
            return header;
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> heads(Laptop laptop, String record) {
        return new ReferenceDerivation(laptop.notebook, record).parentsOfNextEdit();
    }

    private Laptop other() {
        return laptops.get(random.nextInt(laptops.size()));
    }

    private long anyClock() {
        return YEAR_1970 + (long) (random.nextDouble() * (YEAR_2106 - YEAR_1970));
    }

    private static String timeOf(Laptop laptop) {
        return Content.timeText(Instant.ofEpochSecond(Math.min(laptop.clock, YEAR_2106)));
    }

    private String hex(int digits) {
        byte[] bytes = new byte[digits / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A random UUID, version 4. */
    static String uuid(Random random) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String text = UUID.nameUUIDFromBytes(name).toString();
        return new String(
                (text.substring(0, 14) + '4' + text.substring(15)).getBytes(StandardCharsets.US_ASCII),
                StandardCharsets.US_ASCII);
    }
}
