package org.jailoo.leaks;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.app.BackUp;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.RotateKeys;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.form.FormDraft;
import org.jailoo.ui.form.RecordForm;

/** A process that does one thing with the notebook of canaries: {@code STAGE FOLDER SEED [RECORD]}. */
final class Actor {
    private static final int WORK_FACTOR = 10;

    private final Path folder;
    private final Path file;
    private final Canaries canaries;

    private Actor(Path folder, long seed) {
        this.folder = folder;
        this.file = folder.resolve("notebook/n");
        this.canaries = new Canaries(seed);
    }

    public static void main(String[] args) throws Exception {
        Actor actor = new Actor(Path.of(args[1]), Long.parseLong(args[2]));
        switch (args[0]) {
            case "fill" -> actor.fill();
            case "halt" -> actor.type(args[3], () -> Runtime.getRuntime().halt(9));
            case "fault" -> actor.type(args[3], Actor::fault);
            case "thrown" -> actor.type(args[3], Actor::thrown);
            case "out" -> actor.out();
            case "purge" -> actor.purge(args[3]);
            case "rotate" -> actor.rotate();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void fill() throws Exception {
        String passphrase = canaries.next("passphrase");
        String device = canaries.next("device");
        try (Notebook notebook = TestDoor.createWithKeys(file, device, passphrase, Kdf.FLOOR)) {
            Map<String, String> records = Planting.plant(notebook, canaries);
            StringBuilder lines = new StringBuilder();
            records.forEach(
                    (name, id) -> lines.append(name).append('=').append(id).append('\n'));
            Files.writeString(folder.resolve("ids"), lines);
            stop("filled");
        }
    }

    /** Types into a record, keeping a draft at every few letters, and ends in the middle of it. */
    private void type(String record, Runnable end) throws Exception {
        String words = new Canaries(7).next("typed");
        Notebook notebook = TestDoor.open(file);
        OpenRecord.Opened opened = new OpenRecord(notebook).open(record).orElseThrow();
        RecordForm form = new RecordForm(notebook.schema(), opened);
        KeepDrafts drafts = new KeepDrafts(notebook, Clock.systemUTC());
        var narrative = form.entry(
                Objects.requireNonNull(Objects.requireNonNull(form.type()).field("narrative")));
        for (int i = 1; i <= words.length(); i++) {
            narrative.type(words.substring(0, i));
            drafts.keep(record, "interview", FormDraft.of(form, null));
        }
        end.run();
    }

    /** As a driver of the graphics card does it: the process dies by a fault of memory. */
    private static void fault() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            unsafe.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 1L);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fault of the program whose message holds what a record says. */
    private static void thrown() {
        org.jailoo.Faults.quiet();
        throw new IllegalStateException(new Canaries(7).next("typed"), new IllegalArgumentException("x"));
    }

    private void out() throws Exception {
        Path out = folder.resolve("out");
        try (Notebook notebook = TestDoor.open(file);
                DeviceKeys other = DeviceKeys.generate(new java.security.SecureRandom())) {
            Card card = Card.sign(other, 1, "B2");
            ExportBundle export = new ExportBundle(notebook, Clock.systemUTC());
            export.export(
                    new ExportBundle.Order(out.resolve("codes.jailoo"), List.of(card), ExportBundle.Choice.CODES));
            export.export(new ExportBundle.Order(out.resolve("all.jailoo"), List.of(card), ExportBundle.Choice.ALL));
            new BackUp(notebook, Clock.systemUTC(), WORK_FACTOR)
                    .write(out.resolve("backup.age"), "башка купуя сөз".toCharArray());
            for (Audience audience : Audience.values()) {
                new ExportWorkbook(notebook, Clock.systemUTC(), ZoneOffset.UTC)
                        .export(
                                new ExportWorkbook.Order(
                                        Files.createDirectories(folder.resolve("books"))
                                                .resolve(audience.name() + ".xlsx"),
                                        audience,
                                        "ky"),
                                Steps.UNWATCHED);
            }
        }
    }

    private void purge(String record) throws Exception {
        try (Notebook notebook = TestDoor.open(file)) {
            new KeepDrafts(notebook, Clock.systemUTC()).discard(record);
            if (new PurgeRecord(notebook, Clock.systemUTC()).purge(record).isEmpty()) {
                throw new AssertionError("not purged");
            }
        }
    }

    /** Makes a recovery kit, whose words lie beside for the test alone, and encrypts all anew. */
    private void rotate() throws Exception {
        char[] passphrase = canaries.next("passphrase").toCharArray();
        try (Notebook notebook = TestDoor.open(file);
                RecoveryKits.Making making =
                        new RecoveryKits(notebook, file, Clock.systemUTC()).begin(passphrase, null)) {
            making.keep();
            List<String> lines = new ArrayList<>();
            for (RecoveryKit.Script script : RecoveryKit.Script.values()) {
                for (int line = 1; line <= RecoveryKit.LINES; line++) {
                    lines.add(making.kit().line(line, script));
                }
            }
            Files.write(folder.resolve("kit"), lines);
        }
        RotateKeys.Outcome outcome =
                new RotateKeys(Clock.systemUTC(), () -> Kdf.FLOOR).rotate(file, passphrase, null, Steps.UNWATCHED);
        if (!(outcome instanceof RotateKeys.Rotated rotated) || rotated.kitLost()) {
            throw new AssertionError(outcome.toString());
        }
    }

    private void stop(String name) throws Exception {
        System.out.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        while (!Files.exists(folder.resolve("go-" + name))) {
            Thread.sleep(20);
        }
    }
}
