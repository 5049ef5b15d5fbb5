package org.jailoo.notebook;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;

/** Says how long a revision of 3 KB takes; a program to run by hand, not a test: {@code NotebookSpeed [records]}. */
final class NotebookSpeed {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private NotebookSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Random random = new Random(1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            words.add(random.ints(3 + random.nextInt(8), 'а', 'я' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        Pen pen = Pen.stranger();
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 1_500) {
                text.append(words.get((int) (Math.pow(random.nextDouble(), 3) * words.size())))
                        .append(' ');
            }
            revisions.add(
                    pen.edit(RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of(text.toString()))));
        }
        Path folder = Files.createTempDirectory("speed");
        try (Notebook notebook = TestDoor.create(folder.resolve("n"), "A1")) {
            notebook.devices().trust(pen.card(1, "B2"));
            time(
                    "add in one transaction",
                    count,
                    () -> notebook.inTransaction(() -> {
                        revisions.forEach(r -> Pen.add(notebook, r));
                        return count;
                    }));
            List<Revision> second = new ArrayList<>();
            for (Revision first : revisions.subList(0, count / 4)) {
                second.add(pen.edit(
                        first.header().record(), "interview", List.of(first.id()), Map.of("code", Json.of("K7"))));
            }
            time(
                    "a second revision each",
                    second.size(),
                    () -> notebook.inTransaction(() -> {
                        second.forEach(r -> Pen.add(notebook, r));
                        return count;
                    }));
            List<Revision> third = new ArrayList<>();
            for (Revision before : second) {
                third.add(pen.edit(
                        before.header().record(), "interview", List.of(before.id()), Map.of("code", Json.of("K8"))));
            }
            Collections.shuffle(third, random);
            time(
                    "a third, in any order",
                    third.size(),
                    () -> notebook.inTransaction(() -> {
                        third.forEach(r -> Pen.add(notebook, r));
                        return count;
                    }));
            time(
                    "add again what is held",
                    count,
                    () -> notebook.inTransaction(() -> {
                        revisions.forEach(r -> notebook.revisions().add(r, null));
                        return count;
                    }));
            time(
                    "state",
                    count,
                    () -> notebook.revisions()
                            .eachRecord(r -> notebook.revisions().state(r)));
            time("rebuild what is derived", count, notebook::rebuildDerived);
            time("check everything", count, () -> notebook.integrity().check(f -> System.out.println(f)));
            time("save one by one", 200, () -> {
                for (int i = 0; i < 200; i++) {
                    Pen.save(notebook, RecordId.random(), "interview", "narrative", words.get(i));
                }
            });
            time("search", 100, () -> {
                for (int i = 0; i < 100; i++) {
                    notebook.search().find(words.get(i * 7), 50);
                }
            });
        }
    }

    private static void time(String what, int count, Runnable work) {
        long start = System.nanoTime();
        long cpu = CPU.getCurrentThreadCpuTime();
        work.run();
        long micros = (System.nanoTime() - start) / 1_000;
        long busy = (CPU.getCurrentThreadCpuTime() - cpu) / 1_000;
        System.out.printf(
                "%-28s %,9d ms  %,7d µs each, of them %,7d of this thread%n",
                what, micros / 1_000, micros / count, busy / count);
    }
}
