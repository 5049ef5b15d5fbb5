package org.jailoo.faults;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Something that a person does, and how one sees that it was done. */
abstract class UseCase {
    /** Stands in records, and in clear in no file that the person did not ask for in clear. */
    static final String SECRET = "жашыруун-күбөлүк-secret";

    static final String PASSPHRASE = "a passphrase of the tests";

    private final String name;

    UseCase(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The folder of the place that fails; empty for all of them. */
    String armed() {
        return "";
    }

    /** Whether the notebook is open while it is done. */
    boolean inSession() {
        return true;
    }

    /** Whether reads count, too, when the whole medium goes. */
    boolean reads() {
        return false;
    }

    /** Tables that may change though it failed: a number used in vain, what the notebook notes beforehand. */
    Set<String> notedBefore() {
        return Set.of();
    }

    /** What it needs; the notebook is made and closed. */
    void prepare(Place place) throws Exception {}

    /** What was open when it began, as a form is. */
    void begin(Place place, @Nullable Notebook notebook) throws Exception {}

    /** Does it. */
    abstract void act(Place place, @Nullable Notebook notebook) throws Exception;

    /** Fails where it was not wholly done. */
    abstract void requireDone(Place place, @Nullable Notebook notebook) throws Exception;

    /** The notebook, with its identities, however it opens now. */
    Notebook open(Place place) {
        Notebook notebook = TestDoor.open(place.notebook());
        boolean opened = false;
        try {
            TestDoor.openIdentities(notebook);
            opened = true;
            return notebook;
        } finally {
            if (!opened) {
                notebook.close();
            }
        }
    }

    /** Whether the notebook holds the same before and after it failed, table by table. */
    boolean isCompared() {
        return true;
    }

    static void require(boolean is, String what) {
        if (!is) {
            throw new AssertionError(what);
        }
    }

    /**
     * Fails where something of it is to be seen though it failed.
     *
     * @param removable whether the disk let anything be removed again; else only what is whole may lie there
     */
    void requireNothing(Place place, boolean removable) throws Exception {
        List<String> left = Place.names(place.out());
        if (removable && !left.isEmpty()) {
            throw new AssertionError("left on the stick: " + left);
        }
        for (String name : left) {
            if (!name.startsWith(".jailoo-")) {
                requireDone(place, null);
                // Whoever tries again takes another name, or looks at it first.
                Files.delete(place.out().resolve(name));
            }
        }
    }

    /**
     * Fails where the disk, after the power went, holds something else than it all, or, where it was not told as done,
     * nothing of it.
     *
     * @param before what stood in the notebook then
     */
    void requireSound(Place place, boolean acknowledged, Map<String, String> before) throws Exception {
        boolean written =
                written().stream().anyMatch(name -> Files.exists(place.out().resolve(name)));
        try (Notebook notebook = open(place)) {
            Runs.requireWhole(notebook);
            Map<String, String> same = new TreeMap<>(before);
            Map<String, String> after = Runs.contents(notebook);
            same.keySet().removeAll(notedBefore());
            after.keySet().removeAll(notedBefore());
            if (acknowledged || written || !same.equals(after)) {
                requireDone(place, notebook);
            }
        }
    }

    /** The files that stand on the stick once it is done. */
    List<String> written() {
        return List.of();
    }

    /** The files that stand beside the notebook once it is done. */
    List<String> onDisk() {
        return List.of();
    }

    /** What the person is told of a failure. */
    Sentence told(Exception failure, Place place) {
        return Failures.of(failure, place.notebook());
    }

    /** What may be said. */
    Set<String> mayBeTold() {
        return Set.of("failure.file.cannot-write");
    }

    /** Whether what is read from the stick is in clear. */
    boolean readsClear() {
        return false;
    }

    /** Whether what stands there is for anybody to read. */
    boolean writesInClear() {
        return false;
    }
}
