package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.jailoo.app.ListRecords;
import org.jailoo.benchmark.LargeNotebook;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window does not freeze and does not grow with the notebook: every list is opened, sorted, filtered, searched and
 * read to its end, and everything is searched from the box, while the pulse of the window's thread is felt. 100,000
 * interviews with {@code -Djailoo.size=long}, where times and heaps are printed; otherwise a small notebook, in which a
 * list that held all rows would show.
 */
class LargeWindowTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int MANY = Integer.getInteger("jailoo.interviews", LONG ? 100_000 : 300);
    private static final int FEW = 100;

    /** A folder in which the notebooks are kept for the next run; null for none. */
    private static final @Nullable String KEPT = System.getProperty("jailoo.kept");

    /** Rows of one page, text on the screen, caches of the toolkit: what may differ between any two windows, in MB. */
    private static final long GROWTH = 6;

    @TempDir
    Path folder;

    private final Map<String, Long> gaps = new LinkedHashMap<>();
    private final Map<String, Long> times = new LinkedHashMap<>();

    @Test
    void listsAndSearchesNeitherFreezeTheWindowNorFillItsMemory() throws Exception {
        if (!LONG) {
            // The lists are looked at for holding a page alone; times and heaps say nothing on a small notebook.
            tour(MANY);
            return;
        }
        tour(FEW);
        long few = tour(FEW);
        long many = tour(MANY);
        Map<String, Long> felt = new LinkedHashMap<>(gaps);
        Map<String, Long> waited = new LinkedHashMap<>(times);
        // Windows of a test leave something behind each: the third is compared with the mean of its neighbours.
        few = (few + tour(FEW)) / 2;
        System.out.printf(
                "%,d interviews: heap of the window %,d KB; %,d: %,d KB%n", FEW, few / 1024, MANY, many / 1024);
        felt.forEach((step, gap) ->
                System.out.printf("%-34s longest gap %,5d ms   answered after %,6d ms%n", step, gap, waited.get(step)));
        assertThat((many - few) >> 20).as("MB more in the window").isLessThan(GROWTH);
    }

    private long tour(int interviews) throws Exception {
        Path file = (KEPT == null ? folder : Path.of(KEPT)).resolve("n" + interviews);
        if (!Files.exists(file)) {
            try (Notebook notebook = TestDoor.create(file, "A7")) {
                new LargeNotebook(notebook, Person.CLOCK).fill(interviews);
            }
        }
        try (Person person = new Person(file);
                Pulse pulse = new Pulse()) {
            person.types("passphrase", Person.PASSPHRASE);
            ButtonBase unlock = person.find("unlock", ButtonBase.class);
            person.onWindow(() -> {
                unlock.fire();
                return unlock;
            });
            step(pulse, "unlock", () -> waitFor(person, "count-interview"));
            step(pulse, "first page", () -> waitFor(person, "home-lead"));
            step(pulse, "first page, quotas and gaps", () -> waitFor(person, "home-checks"));
            person.rest();
            for (String type : List.of("interview", "participant", "recommendation")) {
                step(person, pulse, type + ": open", () -> person.press("nav-" + type));
                list(person, pulse, type);
            }
            box(person, pulse);
            person.press("nav-interview");
            long heap = heap();
            System.out.printf("%,d interviews: resident %,d MB%n", interviews, resident());
            return heap;
        }
    }

    private interface Doing {
        void now() throws Exception;
    }

    /** The walk over all records takes longer than a person of a test waits elsewhere. */
    private static void waitFor(Person person, String id) throws InterruptedException {
        for (int i = 0; i < 12_000 && !person.sees(id); i++) {
            Thread.sleep(25);
        }
        assertThat(person.sees(id)).as(id).isTrue();
    }

    private void step(Person person, Pulse pulse, String name, Doing doing) throws Exception {
        step(pulse, name, () -> {
            doing.now();
            person.rest();
        });
    }

    private void step(Pulse pulse, String name, Doing doing) throws Exception {
        pulse.restart();
        long start = System.nanoTime();
        doing.now();
        times.put(name, (System.nanoTime() - start) / 1_000_000);
        gaps.put(name, pulse.longestGap());
    }

    @SuppressWarnings("unchecked")
    private void list(Person person, Pulse pulse, String type) throws Exception {
        ComboBox<Order> order = (ComboBox<Order>) person.find("order", ComboBox.class);
        ComboBox<Show> show = (ComboBox<Show>) person.find("show", ComboBox.class);
        for (Order each : Order.values()) {
            step(
                    person,
                    pulse,
                    type + ": sort " + each,
                    () -> person.onWindow(() -> {
                        order.setValue(each);
                        return each;
                    }));
            onlyAPage(person);
        }
        for (Show each : List.of(Show.IN_CONFLICT, Show.GONE, Show.ALL)) {
            step(
                    person,
                    pulse,
                    type + ": filter " + each,
                    () -> person.onWindow(() -> {
                        show.setValue(each);
                        return each;
                    }));
        }
        step(person, pulse, type + ": to the end", () -> {
            if (!person.onWindow(
                    () -> person.shell().scene().lookup("#page-last").isDisabled())) {
                person.press("page-last");
            }
        });
        onlyAPage(person);
        step(person, pulse, type + ": search", () -> {
            person.types("search", LargeNotebook.word(0).substring(0, 3));
            person.rest();
        });
        onlyAPage(person);
    }

    private static void onlyAPage(Person person) {
        TableView<?> table = person.find("records", TableView.class);
        assertThat(person.onWindow(() -> table.getItems().size())).isLessThanOrEqualTo(ListRecords.PAGE);
    }

    private void box(Person person, Pulse pulse) throws Exception {
        for (String typed : List.of("A7-000", LargeNotebook.word(0).substring(0, 2), LargeNotebook.word(900))) {
            person.press("find-open");
            step(person, pulse, "box: " + (typed.startsWith("A7") ? "a code" : typed.length() + " letters"), () -> {
                person.types("find-field", typed);
                Thread.sleep(300);
                person.rest();
            });
            assertThat(person.onWindow(() -> !person.shell()
                            .scene()
                            .getRoot()
                            .lookupAll(".find-row")
                            .isEmpty()))
                    .isTrue();
            assertThat(person.all("find-row")).hasSizeLessThan(60);
            person.press("find-open");
        }
    }

    /** Of the whole process, in MB, as the system tells it; 0 where it does not. */
    private static long resident() throws java.io.IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
    }

    private static long heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            System.gc();
            Thread.sleep(80);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
