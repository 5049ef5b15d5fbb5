package org.jailoo.ui.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.AddFile.Added;
import org.jailoo.app.AddFile.Outcome;
import org.jailoo.app.AddFile.Refused;
import org.jailoo.consent.Use;
import org.jailoo.json.Json;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The files of one form: what is being added, what was refused, and the items that come of it. */
public final class FilesModel {
    private final Shelf shelf;
    private final RecordForm form;
    private final ItemsEntry items;
    private final ObservableList<Coming> coming = FXCollections.observableArrayList();
    private final ObservableList<Sentence> said = FXCollections.observableArrayList();
    private final Map<Coming, Watch> running = new LinkedHashMap<>();
    private boolean closed;

    FilesModel(Shelf shelf, RecordForm form, ItemsEntry items) {
        this.shelf = shelf;
        this.form = form;
        this.items = items;
    }

    /** A file on its way in. */
    static final class Coming {
        private final String name;
        private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);

        Coming(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        ReadOnlyDoubleProperty progress() {
            return progress.getReadOnlyProperty();
        }
    }

    /** Where bytes come from. */
    interface Source {
        Outcome take(Watch watch) throws Exception;
    }

    /** Whether nothing is on its way in. */
    boolean isIdle() {
        return coming.isEmpty();
    }

    RecordForm form() {
        return form;
    }

    ItemsEntry items() {
        return items;
    }

    /** What is on its way in. */
    ObservableList<Coming> coming() {
        return coming;
    }

    /** What has to be said about what was added last. */
    ObservableList<Sentence> said() {
        return said;
    }

    /** Adds files of the disk, one after another as they come. */
    void add(List<Path> files) {
        said.clear();
        for (Path file : files) {
            Path name = file.getFileName();
            String shown = name == null ? file.toString() : name.toString();
            start(shown, watch -> shelf.add().add(file, watch::at), added -> put(items.add(), item(added, shown)));
        }
    }

    /** Adds bytes that are in memory already. */
    void add(String name, byte[] bytes) {
        said.clear();
        start(
                name,
                watch -> shelf.add().add(new java.io.ByteArrayInputStream(bytes), bytes.length, watch::at),
                added -> put(items.add(), item(added, name)));
    }

    /**
     * Puts a copy of a photo that tells nothing in place of it, or beside it.
     *
     * @param id the item of the photo
     */
    void strip(String id, boolean beside) {
        said.clear();
        Json.Obj original = item(id);
        String sha256 = text(original, "sha256");
        String name = text(original, "name");
        start(name, watch -> shelf.add().stripped(sha256, text(original, "mediaType"), watch::at), added -> {
            Json.Obj made = item(added, name).with("derivedFrom", Json.of(sha256));
            for (String kept : new String[] {"caption", "taken"}) {
                Json value = original.get(kept);
                made = value == null ? made : made.with(kept, value);
            }
            put(beside ? items.add() : id, made);
        });
    }

    private void start(String name, Source source, java.util.function.Consumer<Added> taken) {
        Coming one = new Coming(name);
        coming.add(one);
        Watch watch = shelf.tasks()
                .of(source::take)
                .onProgress(one.progress::set)
                .onEnd(() -> {
                    coming.remove(one);
                    running.remove(one);
                })
                .onSuccess(outcome -> answer(name, outcome, taken))
                .onFailure(e -> {
                    if (!closed) {
                        said.add(Failures.of(e, Path.of("notebook")));
                    }
                })
                .start();
        if (coming.contains(one)) {
            running.put(one, watch);
        }
    }

    private void answer(String name, Outcome outcome, java.util.function.Consumer<Added> taken) {
        if (closed) {
            return;
        }
        if (outcome instanceof Refused refused) {
            String why = refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            said.add(Sentence.of("files.refused." + why, name));
        } else if (outcome instanceof Added added) {
            if (items.ids().stream().anyMatch(id -> text(item(id), "sha256").equals(added.sha256()))) {
                said.add(Sentence.of("files.said.twice", name));
            } else {
                taken.accept(added);
            }
        }
    }

    void cancel(Coming one) {
        Watch watch = running.get(one);
        if (watch != null) {
            watch.cancel();
        }
    }

    /** One write, so that one undoing takes it back. */
    private void put(String id, Json.Obj item) {
        form.write(items.place(id), item);
    }

    private static Json.Obj item(Added added, String name) {
        Map<String, Json> members = new TreeMap<>();
        members.put("sha256", Json.of(added.sha256()));
        members.put("name", Json.of(name));
        members.put("mediaType", Json.of(added.mediaType()));
        members.put("size", Json.of(added.size()));
        if (added.seconds() != null) {
            members.put("seconds", Json.of(added.seconds()));
        }
        return Json.object(members);
    }

    /** An item as it stands, or stood before it was taken out. */
    Json.Obj item(String id) {
        Json now = items.isRemoved(id) ? items.opened(id) : form.value(items.place(id));
        return now instanceof Json.Obj object ? object : Json.object();
    }

    /** Whether an item was saved before: then its file stays in the history of the record. */
    boolean isSaved(String id) {
        return items.opened(id) != null;
    }

    static String text(Json.Obj item, String member) {
        return Objects.requireNonNullElse(item.text(member), "");
    }

    /** What the consent of the record says against a file of a type; null where nothing. */
    @Nullable
    String lacking(String mediaType) {
        boolean film = mediaType.startsWith("video/");
        if ((film || mediaType.startsWith("image/")) && !grants(Use.PHOTO)) {
            return "files.consent.photo";
        }
        return (film || mediaType.startsWith("audio/")) && !grants(Use.RECORD_AUDIO) ? "files.consent.sound" : null;
    }

    private boolean grants(Use use) {
        Json purposes = form.value(Place.at("consent").member("purposes"));
        return purposes instanceof Json.Array array && array.items().contains(Json.of(use.purpose()));
    }

    /** Ends what is on its way in. */
    void close() {
        closed = true;
        running.values().forEach(Watch::cancel);
    }
}
