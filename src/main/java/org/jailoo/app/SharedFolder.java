package org.jailoo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.FolderPlan.What;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Manifest.Scope;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Card;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Offered.Row;
import org.jspecify.annotations.Nullable;

/**
 * A folder that several laptops share, a stick or one that a sync program keeps in step: what lies there for this notebook,
 * what this notebook would lay there, and doing it.
 *
 * <p>Looking writes nothing there, planning writes nothing at all. Nothing is ever imported here, and no file of others is
 * touched. One at a time; from any thread but the window's.
 */
public final class SharedFolder {
    private static final String SETTING = "folder";
    private static final String SAID = "folder.said";
    private static final int DEPTH = 4;

    private final Notebook notebook;
    private final FolderReading reading;
    private final FolderDropping dropping;

    public SharedFolder(Notebook notebook, ImportBundle imports, Clock clock) {
        this(notebook, imports, clock, System::nanoTime);
    }

    /** With a clock that nobody sets, in nanoseconds: two looks at a file count only when they lie apart. */
    public SharedFolder(Notebook notebook, ImportBundle imports, Clock clock, LongSupplier ticks) {
        this(notebook, imports, clock, ticks, moment -> {});
    }

    /** With somebody who is told of each moment of a writing. */
    SharedFolder(
            Notebook notebook,
            ImportBundle imports,
            Clock clock,
            LongSupplier ticks,
            Consumer<FolderDropping.Moment> moments) {
        this.notebook = notebook;
        this.reading = new FolderReading(notebook, imports, clock, ticks);
        this.dropping = new FolderDropping(notebook, clock, moments);
    }

    /**
     * What a person chose.
     *
     * @param to device ids of those for whom ours are encrypted
     * @param names whether identities go along
     * @param unasked whether ours are written by themselves, a while after a bundle was taken in or something was saved
     */
    public record Choice(Path folder, List<String> to, boolean names, boolean unasked) {
        public Choice {
            to = List.copyOf(to);
        }
    }

    /** The folder that was chosen; empty while none was. */
    public Optional<Choice> choice() {
        return notebook.reading(at -> at.settings().get(SETTING)).map(SharedFolder::parse);
    }

    private static @Nullable Choice parse(String text) {
        try {
            if (JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), DEPTH) instanceof Json.Obj json
                    && json.text("path") != null
                    && json.get("to") instanceof Json.Array devices) {
                List<String> to = new ArrayList<>();
                devices.items().forEach(device -> to.add(((Json.Text) device).value()));
                return new Choice(
                        Path.of(json.text("path")),
                        to,
                        Json.TRUE.equals(json.get("names")),
                        Json.TRUE.equals(json.get("unasked")));
            }
        } catch (JsonException | InvalidPathException e) {
            // Of another system: the person chooses again.
        }
        return null;
    }

    /** Remembers it, inside the notebook; of another folder than before nothing is known. */
    public synchronized void choose(Choice choice) {
        Optional<Choice> before = choice();
        Json.Obj json = Json.object(Map.of(
                "path", Json.of(choice.folder().toAbsolutePath().toString()),
                "to", Json.texts(choice.to()),
                "names", Json.of(choice.names()),
                "unasked", Json.of(choice.unasked())));
        notebook.inTransaction(() -> {
            if (!before.map(Choice::folder).equals(Optional.of(choice.folder().toAbsolutePath()))) {
                forget();
            }
            notebook.settings().put(SETTING, CanonicalJson.text(json));
            return choice;
        });
    }

    /** Has no shared folder any more; what lies there stays. */
    public synchronized void leave() {
        notebook.inTransaction(() -> {
            forget();
            notebook.settings().remove(SETTING);
            return SETTING;
        });
    }

    private void forget() {
        notebook.offered().clear();
        notebook.settings().remove(SAID);
    }

    /**
     * Looks into the folder.
     *
     * @param again whether files that were not whole are read again although they have not changed
     */
    public synchronized FolderView look(Choice choice, boolean again, Steps steps) {
        return reading.look(choice.folder(), again, steps);
    }

    /** A text that is another one whenever a plan may come out differently. */
    public String stamp(Choice choice, FolderView view) {
        return notebook.reading(at -> at.arrivals().stamp()) + " " + choice + " " + new TreeSet<>(view.lying());
    }

    /** What would be written now, where this lies there. */
    public synchronized FolderPlan plan(Choice choice, FolderView view) throws IOException {
        List<Card> to = new ArrayList<>();
        List<Device> leftOut = new ArrayList<>();
        for (String id : choice.to()) {
            Device device = notebook.devices().find(id);
            if (device != null && device.trust() == Trust.TRUSTED && !device.disputed() && !device.recipientWaits()) {
                to.add(device.card());
            } else if (device != null) {
                leftOut.add(device);
            }
        }
        OnTheWay way = new OnTheWay(notebook, view.lying());
        if (to.isEmpty()) {
            return new FolderPlan(What.NOBODY, Scope.CODES, to, leftOut, 0, 0, way.spent());
        }
        // Ticked by a person: as explicit as a choice can be.
        Scope scope = choice.names() ? Scope.ALL : Scope.CODES;
        List<String> devices = ExportBundle.devices(to);
        ReceiverKnowledge confirmed = ReceiverKnowledge.of(notebook, devices);
        Selection selection = Selection.of(notebook, scope, way.then(devices, confirmed));
        String content = selection.digest();
        boolean news = !content.isEmpty() && !way.holds(content, devices, confirmed);
        Knowledge held = selection.knowledge();
        boolean unsaid = !held.has().isEmpty() && !said().equals(word(devices, scope, held));
        return new FolderPlan(
                news ? What.CHANGES : unsaid ? What.RECEIPT : What.NOTHING,
                scope,
                to,
                leftOut,
                news ? selection.records().cardinality() : 0,
                Selection.of(notebook, scope, confirmed).records().cardinality(),
                way.spent());
    }

    /**
     * Writes what was planned, as the notebook stands now.
     *
     * @param anew whether what lies there counts for nothing: everything that was not confirmed is written again
     * @throws FolderTrouble.Stopped where the folder did not let it
     */
    public synchronized Manifest write(Choice choice, FolderPlan plan, FolderView view, boolean anew, Steps steps)
            throws IOException, ReceiverRefused {
        OnTheWay way = new OnTheWay(notebook, view.lying());
        List<String> devices = ExportBundle.devices(plan.to());
        List<String> relies = anew
                ? List.of()
                : way.counting(devices, ReceiverKnowledge.of(notebook, devices)).stream()
                        .map(OnTheWay.Word::name)
                        .sorted()
                        .toList();
        ExportBundle.Knowing knowing = to -> {
            ReceiverKnowledge confirmed = ReceiverKnowledge.of(notebook, to);
            return anew ? confirmed : way.then(to, confirmed);
        };
        FolderPlan written = anew
                ? new FolderPlan(
                        What.CHANGES,
                        plan.scope(),
                        plan.to(),
                        plan.leftOut(),
                        plan.records(),
                        plan.unconfirmed(),
                        List.of())
                : plan;
        Manifest manifest = dropping.write(
                new FolderDropping.Order(choice.folder(), written, knowing, relies, OnTheWay.heard(notebook, devices)),
                steps);
        dropping.noteIfPossible(
                () -> notebook.settings().put(SAID, word(manifest.to(), manifest.scope(), manifest.knowledge())));
        return manifest;
    }

    /**
     * Removes files of ours that everybody has confirmed, each only while it is still what was written.
     *
     * @return how many are gone
     */
    public synchronized int clear(FolderView view, List<String> names, Steps steps) throws IOException {
        OnTheWay way = new OnTheWay(notebook, view.lying());
        List<String> spent = way.spent();
        int gone = 0;
        for (Found file : view.in(State.OURS)) {
            OnTheWay.Word word = file.own() == null ? null : way.word(file.own());
            // Other copies of ours are of whoever made them.
            boolean may = word != null
                    && file.name().equals(word.name())
                    && names.contains(file.name())
                    && spent.contains(file.name());
            if (may && word != null && isAsWritten(file, word.row(), steps)) {
                Files.delete(file.path());
                gone++;
                notebook.inTransaction(() -> {
                    notebook.offered().remove(word.name(), word.row().sha256());
                    return word;
                });
            }
        }
        return gone;
    }

    private static boolean isAsWritten(Found file, Row row, Steps steps) throws IOException {
        return Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && OfferedFile.hash(file.path(), file.size(), steps).equals(row.sha256());
    }

    private String said() {
        return notebook.reading(at -> at.settings().get(SAID)).orElse("");
    }

    /** What a bundle tells of this notebook, in short. */
    private static String word(List<String> devices, Scope scope, Knowledge held) {
        TreeMap<String, String> all = new TreeMap<>();
        held.has()
                .forEach((writer, claim) ->
                        all.put("has " + writer, claim.ranges().text() + " " + claim.ids()));
        held.withheld().forEach((writer, ranges) -> all.put("withheld " + writer, ranges.text()));
        all.put("lacks", String.join(" ", held.lacks()));
        all.put("to", String.join(" ", devices) + " " + scope);
        return HexFormat.of().formatHex(Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
