package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.SharedFolder.Choice;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks that exchange through a folder that does everything wrong: all comes through, once, and then it is quiet. */
class SharedFolderTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 120 : 5;
    private static final int STEPS = LONG ? 80 : 40;

    @TempDir
    Path place;

    @Test
    void throughAHostileFolderAllComeToHoldTheSameAndThenNothingMoreIsWritten() throws Exception {
        Map<String, Long> totals = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new Weeks(Files.createDirectory(place.resolve("seed" + seed)), seed, totals).run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println("shared folder: " + SEEDS + " seeds × " + STEPS + " steps: " + totals);
        for (String what : List.of("cut", "conflict copy", "older again", "taken", "files written", "arriving seen")) {
            assertThat(totals.getOrDefault(what, 0L)).as(what).isPositive();
        }
    }

    /** One seed. */
    private static final class Weeks {
        private static final List<String> TYPES = List.of("interview", "participant", "identity");
        private static final Map<String, List<String>> FIELDS = Map.of(
                "interview", List.of("narrative", "summary", "code"),
                "participant", List.of("code", "occupation"),
                "identity", List.of("fullName", "phone"));

        private final Random random;
        private final Map<String, Long> totals;
        private final List<Laptop> laptops;
        private final List<SharedFolder> folders = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();
        private final HostileFolder hostile;
        private final List<Map<String, Integer>> imported = new ArrayList<>();
        private final Set<String> acknowledged = new HashSet<>();
        private final boolean names;
        private long nanos;

        Weeks(Path place, long seed, Map<String, Long> totals) throws Exception {
            this.random = new Random(seed);
            this.totals = totals;
            this.names = seed % 2 == 0;
            this.laptops = seed % 3 == 0 ? Laptop.friends(place, "A", "B", "C") : Laptop.friends(place, "A", "B");
            this.hostile = new HostileFolder(place, laptops.size(), random);
            for (int i = 0; i < laptops.size(); i++) {
                Laptop laptop = laptops.get(i);
                folders.add(open(laptop));
                choices.add(new Choice(
                        hostile.copy(i),
                        laptops.stream()
                                .filter(l -> l != laptop)
                                .map(Laptop::device)
                                .toList(),
                        names,
                        true));
                folders.get(i).choose(choices.get(i));
                imported.add(new HashMap<>());
            }
        }

        private SharedFolder open(Laptop laptop) {
            return new SharedFolder(
                    laptop.notebook,
                    new ImportBundle(laptop.notebook, Laptop.CLOCK, Laptop.WORKERS),
                    Laptop.CLOCK,
                    () -> nanos,
                    moment -> {});
        }

        void run() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                int who = random.nextInt(laptops.size());
                nanos += random.nextInt(3) * 3_000_000_000L;
                switch (random.nextInt(8)) {
                    case 0, 1 -> save(who);
                    case 2, 3 -> {
                        FolderView view = look(who);
                        take(who, view);
                        if (random.nextBoolean()) {
                            write(who);
                        }
                    }
                    case 4 -> write(who);
                    case 5 -> folders.set(who, open(laptops.get(who)));
                    default -> hostile.step();
                }
            }
            rest();
            agree();
            laptops.forEach(Laptop::close);
        }

        private void save(int who) {
            Laptop laptop = laptops.get(who);
            List<String> known = new ArrayList<>();
            laptop.notebook.revisions().eachRecord(known::add);
            SaveRecord.Form form;
            if (known.isEmpty() || random.nextInt(3) == 0) {
                form = laptop.form(TYPES.get(random.nextInt(names ? 3 : 2)), null);
            } else {
                String record = known.get(random.nextInt(known.size()));
                if (random.nextInt(12) == 0) {
                    new PurgeRecord(laptop.notebook, Laptop.CLOCK)
                            .purge(record)
                            .ifPresent(p -> acknowledged.add(p.revision()));
                    return;
                }
                form = laptop.form(laptop.state(record).type(), record);
            }
            List<String> fields = FIELDS.get(form.type());
            if (random.nextInt(6) == 0 && form.type().equals("interview")) {
                byte[] file = new byte[500 + random.nextInt(3000)];
                random.nextBytes(file);
                try {
                    if (laptop.knows(form.record())
                            && !laptop.state(form.record()).purged()) {
                        laptop.attaches(form.record(), file);
                        return;
                    }
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            String field = Objects.requireNonNull(fields).get(random.nextInt(fields.size()));
            if (laptop.trySave(form, Map.of(field, Json.of("v" + random.nextInt(9))))
                    instanceof SaveRecord.Saved saved) {
                acknowledged.add(saved.revision());
            }
        }

        private FolderView look(int who) throws Exception {
            Map<String, byte[]> before = hostile.state(who);
            FolderView view = folders.get(who).look(choices.get(who), random.nextInt(10) == 0, Steps.UNWATCHED);
            assertThat(hostile.state(who).keySet()).isEqualTo(before.keySet());
            hostile.after(who, before);
            assertThat(view.trouble()).isNull();
            add("arriving seen", view.in(State.ARRIVING).size());
            add("looks", 1);
            return view;
        }

        private void take(int who, FolderView view) throws Exception {
            for (Found file : view.in(State.READY)) {
                byte[] bytes = Files.readAllBytes(file.path());
                assertThat(hostile.written.values())
                        .as("only what is whole is offered")
                        .anyMatch(w -> java.util.Arrays.equals(w, bytes));
                try (Waiting waiting = laptops.get(who).stage(file.path(), Laptop.PURGES)) {
                    waiting.write();
                    imported.get(who).merge(waiting.bundle().manifest().bundle(), 1, Integer::sum);
                    add("taken", 1);
                }
            }
        }

        private boolean write(int who) throws Exception {
            FolderView view = look(who);
            FolderPlan plan = folders.get(who).plan(choices.get(who), view);
            if (!plan.isDue()) {
                return false;
            }
            Map<String, byte[]> before = hostile.state(who);
            folders.get(who).write(choices.get(who), plan, view, false, Steps.UNWATCHED);
            int were = hostile.written.size();
            hostile.after(who, before);
            assertThat(hostile.written).hasSize(were + 1);
            add("files written", 1);
            add(plan.what() == FolderPlan.What.RECEIPT ? "receipts" : "changes", 1);
            return true;
        }

        /** Everything is brought, and everybody goes on until nobody has anything to say. */
        private void rest() throws Exception {
            int rounds = 0;
            boolean moved = true;
            while (moved) {
                assertThat(++rounds).as("rounds until it is quiet").isLessThan(12);
                hostile.finish();
                // Files that kept their size and time while they became whole are found within the hour.
                nanos += 3_700_000_000_000L;
                moved = false;
                for (int who = 0; who < laptops.size(); who++) {
                    look(who);
                    nanos += 5_000_000_000L;
                    take(who, look(who));
                    moved |= write(who);
                }
            }
            totals.merge("most rounds", (long) rounds, Math::max);
            // Quiet stays quiet: also after each was closed and opened.
            for (int i = 0; i < 3; i++) {
                for (int who = 0; who < laptops.size(); who++) {
                    folders.set(who, open(laptops.get(who)));
                    nanos += 60_000_000_000L;
                    take(who, look(who));
                    assertThat(write(who)).as("written without need").isFalse();
                }
            }
        }

        private void agree() throws Exception {
            String lines = laptops.get(0).lines();
            for (int who = 0; who < laptops.size(); who++) {
                Laptop laptop = laptops.get(who);
                assertThat(laptop.lines()).isEqualTo(lines);
                assertThat(laptop.revisionIds()).containsAll(acknowledged);
                assertThat(laptop.notebook.attachments().lacking(10)).isEmpty();
                assertThat(imported.get(who).values()).allMatch(times -> times == 1);
                FolderPlan plan = folders.get(who).plan(choices.get(who), look(who));
                assertThat(plan.unconfirmed()).isZero();
                laptop.isSound();
                assertThat(laptop.leftovers()).isZero();
            }
            add("records", lines.lines().count());
            add("saves", acknowledged.size());
            hostile.done.forEach((what, n) -> totals.merge(what, n, Long::sum));
        }

        private void add(String what, long n) {
            totals.merge(what, n, Long::sum);
        }
    }
}
