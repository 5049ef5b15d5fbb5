package org.jailoo.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jailoo.app.BackUp;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/**
 * A process that saves, imports, purges and backs up until it is killed. It says a line on standard output after each
 * thing that was acknowledged to it as done, and before each backup, whose file would else be anonymous.
 */
final class Victim {
    private static final int SCRYPT = 8;

    private final Notebook notebook;
    private final Random random;
    private final Path folder;
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final List<SaveRecord.Form> forms = new ArrayList<>();

    private Victim(Notebook notebook, Path folder, long seed) {
        this.notebook = notebook;
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Notebook notebook = TestDoor.open(folder.resolve("notebook"))) {
            say("ready");
            new Victim(notebook, folder, Long.parseLong(args[1])).live();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void live() throws IOException, BundleRefused {
        while (true) {
            switch (random.nextInt(10)) {
                case 0, 1 -> importOne();
                case 2 -> purge();
                case 3 -> backUp();
                default -> save();
            }
        }
    }

    private void save() {
        SaveRecord save = new SaveRecord(notebook, Clock.systemUTC());
        boolean old = !forms.isEmpty() && random.nextBoolean();
        int at = old ? random.nextInt(forms.size()) : -1;
        SaveRecord.Form form = old ? forms.get(at) : save.open("interview", null);
        String text = "күбөлүк ".repeat(1 + random.nextInt(2000));
        if (save.save(form, Json.object(Map.of("narrative", Json.of(text)))) instanceof SaveRecord.Saved saved) {
            say("saved " + saved.revision());
            if (old) {
                forms.set(at, saved.form());
            } else {
                forms.add(saved.form());
            }
        }
    }

    private void importOne() throws IOException, BundleRefused {
        List<Path> bundles;
        try (Stream<Path> files = Files.list(folder.resolve("bundles"))) {
            bundles = files.sorted().toList();
        }
        Path file = bundles.get(random.nextInt(bundles.size()));
        ImportBundle imports = new ImportBundle(notebook, Clock.systemUTC(), workers);
        try (ImportBundle.Waiting waiting =
                imports.stage(file, null, new ImportBundle.Allowed(true, false), Progress.NONE)) {
            waiting.write();
        }
        say("imported " + file.getFileName());
    }

    private void purge() {
        if (forms.isEmpty()) {
            return;
        }
        String record = forms.remove(random.nextInt(forms.size())).record();
        new PurgeRecord(notebook, Clock.systemUTC()).purge(record).ifPresent(p -> say("purged " + p.record()));
    }

    private void backUp() throws IOException {
        Path file = folder.resolve("backups").resolve("backup-" + random.nextLong() + ".jailoo");
        new BackUp(notebook, Clock.systemUTC(), SCRYPT).write(file, KillTest.PASSPHRASE.toCharArray());
        say("backed-up " + file.getFileName());
    }
}
