package org.jailoo.reliability;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.EmergencyErase;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.Recover;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.RotateKeys;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;

/** What opens a notebook, and whole notebooks: made, restored, brought to the present form, closed, destroyed. */
final class KeyDeeds {
    static final String STORED = "эски дептер 1";

    private KeyDeeds() {}

    private static String words(World w) {
        return "сөз көл " + w.random.nextInt(1 << 30);
    }

    private static char @Nullable [] own(World w) {
        String own = w.own();
        return own == null ? null : own.toCharArray();
    }

    static void passphrase(World w) throws Exception {
        String changed = words(w);
        w.act(new Intent(UseCase.PASSPHRASE).secret("passphrase", Json.of(changed)), () -> {
            new ChangePassphrase(w.notebook, w.file, World.CLOCK, () -> Kdf.FLOOR)
                    .change(w.passphrase().toCharArray(), changed.toCharArray());
            return changed;
        });
        w.learn("passphrase", Json.of(changed));
    }

    static void namesApart(World w) throws Exception {
        String own = w.own();
        String time = Content.timeText(World.CLOCK.instant());
        if (own == null) {
            String drawn = words(w);
            w.act(new Intent(UseCase.NAMES_APART).secret("own", Json.of(drawn)), () -> {
                w.notebook.identities().setOwnPassphrase(w.passphrase().toCharArray(), drawn.toCharArray(), time);
                return drawn;
            });
            w.learn("own", Json.of(drawn));
        } else {
            w.act(new Intent(UseCase.NAMES_APART).secret("own", Json.NULL), () -> {
                w.notebook
                        .identities()
                        .setCommonPassphrase(own.toCharArray(), w.passphrase().toCharArray(), time);
                return own;
            });
            w.learn("own", Json.NULL);
        }
    }

    static void kit(World w) throws Exception {
        try (RecoveryKits.Making making = new RecoveryKits(w.notebook, w.file, World.CLOCK)
                .begin(w.passphrase().toCharArray(), own(w))) {
            Json secret = Json.of(HexFormat.of().formatHex(making.kit().secret()));
            w.act(new Intent(UseCase.KIT).secret("kit", secret), () -> {
                making.keep();
                return secret;
            });
            w.learn("kit", secret);
        }
    }

    static void kitSealed(World w) throws Exception {
        if (w.secrets.text("kit") == null && w.random.nextBoolean()) {
            kit(w);
        }
        Path out = w.out(RecoveryKits.ENDING);
        Card friend = w.notebook.devices().all().stream()
                .map(d -> d.card())
                .filter(c -> c.name().equals("friend"))
                .findFirst()
                .orElseThrow();
        w.act(new Intent(UseCase.KIT_SEALED).file(out, "kit"), () -> {
            new RecoveryKits(w.notebook, w.file, World.CLOCK)
                    .seal(out, friend, w.passphrase().toCharArray(), own(w));
            return out;
        });
    }

    static void rotate(World w) throws Exception {
        w.actClosing(new Intent(UseCase.ROTATE), () -> {
            w.notebook.close();
            RotateKeys.Outcome outcome = new RotateKeys(World.CLOCK, () -> Kdf.FLOOR)
                    .rotate(w.file, w.passphrase().toCharArray(), own(w), Steps.UNWATCHED);
            if (!(outcome instanceof RotateKeys.Rotated)) {
                throw new IllegalStateException(outcome.toString());
            }
            return 1;
        });
        w.reopen();
    }

    static void recover(World w) throws Exception {
        if (w.secrets.text("kit") == null) {
            kit(w);
        }
        String changed = words(w);
        RecoveryKit kit = RecoveryKit.of(HexFormat.of().parseHex(String.valueOf(w.secrets.text("kit"))));
        Intent intent = new Intent(UseCase.RECOVER)
                .secret("passphrase", Json.of(changed))
                .secret("own", Json.NULL);
        w.actClosing(intent, () -> {
            w.notebook.close();
            new Recover(World.CLOCK, () -> Kdf.FLOOR)
                    .open(w.file, kit, changed.toCharArray())
                    .orElseThrow()
                    .close();
            return 1;
        });
        w.learn("passphrase", Json.of(changed));
        w.learn("own", Json.NULL);
        w.reopen();
    }

    static void newNotebook(World w) throws Exception {
        Path file = w.made();
        String passphrase = words(w);
        w.act(new Intent(UseCase.NEW_NOTEBOOK).file(file, "new:" + passphrase), () -> {
            new NewNotebook(Kdf.FLOOR)
                    .create(file, passphrase.toCharArray(), "N1")
                    .close();
            return file;
        });
    }

    static void restore(World w) throws Exception {
        Path piece = w.stock("backup");
        if (piece == null) {
            return;
        }
        Path into = w.made();
        Path backup = piece.resolve("1.jailoo");
        String holds = Files.readString(piece.resolve("holds"));
        w.act(
                new Intent(UseCase.RESTORE).file(into, "restored:" + holds + ":" + backup),
                () -> new RestoreBackup(Kdf.FLOOR, World.CLOCK, w.workers)
                        .restore(backup, into, KillTest.PASSPHRASE.toCharArray(), true, Progress.NONE));
    }

    static void migrate(World w) throws Exception {
        Path file = w.made();
        int form = 1 + w.random.nextInt(5);
        for (String ending : new String[] {"", ".keys"}) {
            try (InputStream in = KeyDeeds.class.getResourceAsStream("/notebooks/" + form + "/notebook" + ending)) {
                Files.copy(Objects.requireNonNull(in), Path.of(file + ending));
            }
        }
        w.act(new Intent(UseCase.MIGRATE).file(file, "stored"), () -> {
            Notebook.open(file, STORED.toCharArray()).close();
            return file;
        });
    }

    /** Somebody saves while the notebook is locked: what was acknowledged is there, and nothing else. */
    static void closeWhileSaving(World w) throws Exception {
        SaveRecord.Form form = w.saving().open("interview", null);
        Json.Obj body = Json.object(Map.of("narrative", Json.of(w.words())));
        Notebook closing = w.notebook;
        w.actClosing(w.writing(new Intent(UseCase.CLOSE).then(), 1), () -> {
            Future<Boolean> saving = w.workers.submit(() -> {
                try {
                    return new SaveRecord(closing, World.CLOCK).save(form, body) instanceof SaveRecord.Saved;
                } catch (RuntimeException e) {
                    return false; // Too late: it was closed before.
                }
            });
            if (w.random.nextBoolean()) {
                Thread.sleep(w.random.nextInt(4));
            }
            closing.close();
            return saving.get() ? 2 : 1;
        });
        w.reopen();
    }

    static void erase(World w) throws Exception {
        Path file = w.made();
        TestDoor.createWithKeys(file, "E1", KillTest.PASSPHRASE, Kdf.FLOOR).close();
        try (Notebook small = TestDoor.open(file)) {
            SaveRecord save = new SaveRecord(small, World.CLOCK);
            World.must(save.save(save.open("interview", null), Json.object(Map.of("narrative", Json.of(w.words())))));
            w.act(
                    new Intent(UseCase.ERASE).file(file, "erased"),
                    () -> new EmergencyErase(small, file, World.CLOCK).erase());
        }
    }
}
