package org.jailoo.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jailoo.app.BackUp;
import org.jailoo.app.CardFile;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.FolderPlan;
import org.jailoo.app.FolderView;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportResult;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.Steps;
import org.jailoo.app.TeamFile;
import org.jailoo.app.TrustDevice;
import org.jailoo.app.UndoImport;
import org.jailoo.app.UndoPlan;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.TeamList;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** What goes to others and comes from them. */
final class ExchangeDeeds {
    /** Cheap, for a backup that only a test opens. */
    private static final int SCRYPT = 8;

    private ExchangeDeeds() {}

    static ImportResult import_(World w, Notebook into, Path bundle) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(into, World.CLOCK, w.workers)
                .stage(bundle, null, new ImportBundle.Allowed(true, true), Progress.NONE)) {
            return waiting.write();
        }
    }

    /** Takes in every bundle of a piece of the stock; false where there is none. */
    static boolean take(World w, String kind, UseCase use) throws Exception {
        Path piece = w.stock(kind);
        if (piece == null) {
            return false;
        }
        for (int i = 1; Files.exists(piece.resolve(i + ".json")); i++) {
            Path bundle = piece.resolve(i + ".json");
            boolean asked = kind.equals("purges");
            w.act(new Intent(use).all(World.effect(piece, i + ".json")), () -> {
                try (ImportBundle.Waiting waiting = new ImportBundle(w.notebook, World.CLOCK, w.workers)
                        .stage(bundle, null, new ImportBundle.Allowed(false, asked), Progress.NONE)) {
                    if (w.random.nextBoolean()) {
                        waiting.preview();
                    }
                    return waiting.write();
                }
            });
        }
        return true;
    }

    static void importBundle(World w) throws Exception {
        take(w, "records", UseCase.IMPORT);
    }

    static void importPurges(World w) throws Exception {
        take(w, "purges", UseCase.IMPORT_PURGES);
    }

    private static @Nullable Came last(World w) {
        List<Came> came = new UndoImport(w.notebook, World.CLOCK).came(1);
        return came.isEmpty() ? null : came.get(0);
    }

    static void undoOut(World w) throws Exception {
        if (!take(w, "records", UseCase.IMPORT)) {
            return;
        }
        UndoImport undo = new UndoImport(w.notebook, World.CLOCK);
        Came came = last(w);
        if (came == null) {
            return;
        }
        UndoPlan plan = undo.look(came.key(), Steps.UNWATCHED);
        if (plan.way() != UndoPlan.Way.TAKE_OUT) {
            return; // Within the same second something was handed on.
        }
        Intent intent = new Intent(UseCase.UNDO_OUT).set("undone " + came.bundle(), "1");
        plan.alone().records().forEach(in -> in.ids().forEach(id -> intent.gone("rev " + id)));
        w.act(intent, () -> done(undo.undo(plan, Steps.UNWATCHED)));
    }

    private static UndoImport.Outcome done(UndoImport.Outcome outcome) {
        if (outcome instanceof UndoImport.Done) {
            return outcome;
        }
        throw new IllegalStateException(outcome.toString());
    }

    static void undoRevert(World w) throws Exception {
        if (!take(w, "records", UseCase.IMPORT)) {
            return;
        }
        Came came = last(w);
        receipt(w);
        if (came == null) {
            return;
        }
        UndoImport undo = new UndoImport(w.notebook, World.CLOCK);
        UndoPlan plan = undo.look(came.key(), Steps.UNWATCHED);
        if (plan.way() != UndoPlan.Way.REVERT) {
            return;
        }
        Intent intent = w.writing(UseCase.UNDO_REVERT, plan.reversed().size()).set("reverted " + came.bundle(), "1");
        w.act(intent, () -> done(undo.undo(plan, Steps.UNWATCHED)));
    }

    private static Card stranger(World w) {
        DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
        return Card.sign(keys, 1, "Ж" + w.random.nextInt(1 << 30));
    }

    static void trust(World w) throws Exception {
        Card card = stranger(w);
        w.act(new Intent(UseCase.TRUST).set("trust " + card.deviceId(), "1"), () -> {
            new TrustDevice(w.notebook, World.CLOCK).trust(card);
            return card;
        });
    }

    static void block(World w) throws Exception {
        Card card = stranger(w);
        TrustDevice trust = new TrustDevice(w.notebook, World.CLOCK);
        w.act(new Intent(UseCase.TRUST).set("trust " + card.deviceId(), "1"), () -> {
            trust.trust(card);
            return card;
        });
        w.act(new Intent(UseCase.BLOCK).set("trust " + card.deviceId(), "2"), () -> {
            trust.block(card.deviceId());
            return card;
        });
    }

    static void joinTeam(World w) throws Exception {
        Path piece = w.stock("team");
        if (piece == null) {
            return;
        }
        TeamList list = TeamFile.read(piece.resolve("1.jailoo-team"));
        JoinTeam join = new JoinTeam(w.notebook, World.CLOCK);
        HashSet<String> ticked = new HashSet<>();
        Intent intent = new Intent(UseCase.JOIN_TEAM);
        for (JoinTeam.Row row : join.plan(list).rows()) {
            if (row.offer().canBeTicked()) {
                ticked.add(row.card().deviceId());
                intent.set("trust " + row.card().deviceId(), row.offer() == JoinTeam.Offer.BLOCK ? "2" : "1");
            }
        }
        w.act(intent, () -> join.apply(list, ticked));
    }

    static void retire(World w) throws Exception {
        if (!take(w, "word", UseCase.IMPORT)) {
            return;
        }
        String writer = Inside.texts(
                        w.notebook,
                        "SELECT device || '/' || instance FROM claim WHERE retired = 0 AND device IN ("
                                + friends(w).stream()
                                        .map(card -> "'" + card.deviceId() + "'")
                                        .collect(Collectors.joining(", "))
                                + ") ORDER BY instance LIMIT 1")
                .get(0);
        int slash = writer.indexOf('/');
        Writer retired = new Writer(writer.substring(0, slash), writer.substring(slash + 1));
        w.act(new Intent(UseCase.RETIRE).set("retired " + writer, "1"), () -> {
            new TrustDevice(w.notebook, World.CLOCK).retire(retired);
            return retired;
        });
    }

    static void newInstance(World w) throws Exception {
        w.act(new Intent(UseCase.NEW_INSTANCE).draws(), () -> {
            w.notebook.inTransaction(() -> {
                w.notebook.drawNewInstance();
                return w;
            });
            return w;
        });
        RecordDeeds.save(w);
    }

    private static List<Card> friends(World w) {
        return w.notebook.devices().all().stream()
                .filter(d -> d.card().name().equals("friend"))
                .map(d -> d.card())
                .toList();
    }

    static void export(World w) throws Exception {
        Path out = w.out(".jailoo");
        ExportBundle.Choice choice = w.random.nextBoolean() ? ExportBundle.Choice.CODES : ExportBundle.Choice.CHANGES;
        w.act(
                new Intent(UseCase.EXPORT).file(out, "bundle"),
                () -> new ExportBundle(w.notebook, World.CLOCK)
                        .export(new ExportBundle.Order(out, friends(w), choice)));
    }

    static void exportPlain(World w) throws Exception {
        Path out = w.out(w.random.nextBoolean() ? ".json" : ".json.gz");
        w.act(
                new Intent(UseCase.EXPORT_PLAIN).file(out, "bundle"),
                () -> new ExportBundle(w.notebook, World.CLOCK)
                        .export(new ExportBundle.Order(out, List.of(), ExportBundle.Choice.CODES)));
    }

    static void receipt(World w) throws Exception {
        Path out = w.out(".jailoo");
        w.act(
                new Intent(UseCase.RECEIPT).file(out, "bundle"),
                () -> receipt(w.notebook, out, friends(w).get(0)));
    }

    /** Writes a receipt; its id. */
    static String receipt(Notebook from, Path out, Card to) throws Exception {
        return new ExportBundle(from, World.CLOCK)
                .export(new ExportBundle.Order(out, List.of(to), ExportBundle.Choice.RECEIPT))
                .manifest()
                .bundle();
    }

    private static SharedFolder.Choice shared(World w) throws Exception {
        Path place = Files.createDirectories(w.folder.resolve("shared"));
        return new SharedFolder.Choice(
                place, friends(w).stream().map(Card::deviceId).toList(), false, true);
    }

    /** A shared folder whose files are all at rest. */
    private static SharedFolder folder(World w) {
        long[] nanos = {0};
        return new SharedFolder(w.notebook, new ImportBundle(w.notebook, World.CLOCK, w.workers), World.CLOCK, () -> {
            nanos[0] += 3_600_000_000_000L;
            return nanos[0];
        });
    }

    static void folderWrite(World w) throws Exception {
        RecordDeeds.save(w);
        SharedFolder.Choice choice = shared(w);
        SharedFolder folder = folder(w);
        folder.choose(choice);
        folder.look(choice, false, Steps.UNWATCHED);
        FolderView view = folder.look(choice, false, Steps.UNWATCHED);
        FolderPlan plan = folder.plan(choice, view);
        if (!plan.isDue()) {
            return;
        }
        w.act(
                new Intent(UseCase.FOLDER_WRITE).file(choice.folder(), "folder"),
                () -> folder.write(choice, plan, view, false, Steps.UNWATCHED));
    }

    static void folderTake(World w) throws Exception {
        Path piece = w.stock("records");
        if (piece == null) {
            return;
        }
        SharedFolder.Choice choice = shared(w);
        Path lies = choice.folder().resolve(piece.getFileName() + "-of-friend.jailoo");
        Files.copy(piece.resolve("1.json"), lies);
        SharedFolder folder = folder(w);
        folder.choose(choice);
        folder.look(choice, false, Steps.UNWATCHED);
        FolderView view = folder.look(choice, false, Steps.UNWATCHED);
        TreeMap<String, Json> effect = new TreeMap<>(World.effect(piece, "1.json"));
        for (FolderView.Found found : view.in(FolderView.State.READY)) {
            if (found.path().equals(lies)) {
                w.act(new Intent(UseCase.FOLDER_TAKE).all(effect), () -> import_(w, w.notebook, lies));
            }
        }
        Files.deleteIfExists(lies);
    }

    static void backUp(World w) throws Exception {
        Path out = w.out(".jailoo");
        w.act(
                new Intent(UseCase.BACKUP).file(out, "backup:" + w.passphrase()),
                () -> new BackUp(w.notebook, World.CLOCK, SCRYPT)
                        .write(out, w.passphrase().toCharArray()));
    }

    static void card(World w) throws Exception {
        Path out = w.out(".json");
        w.act(new Intent(UseCase.CARD).file(out, "card"), () -> {
            CardFile.write(w.notebook.card(), out);
            return out;
        });
    }

    static void teamList(World w) throws Exception {
        Path out = w.out(TeamFile.ENDING);
        w.act(new Intent(UseCase.TEAM_LIST).file(out, "team"), () -> {
            TeamFile.write(new JoinTeam(w.notebook, World.CLOCK).list(), out);
            return out;
        });
    }
}
