package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.Claim;
import org.jailoo.history.FormatException;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Offered.Row;
import org.jspecify.annotations.Nullable;

/**
 * The files that this notebook has written into the shared folder, and what whoever takes all of them in will hold. What
 * lies there for somebody is not written for her again.
 *
 * <p>A file that leaves out what an earlier one carries is worth nothing without it. So each keeps the names of those that
 * it relies on; it counts while each of them still lies there, or was confirmed.
 */
final class OnTheWay {
    private static final int DEPTH = 12;

    private final Notebook notebook;
    private final Map<String, Word> words = new HashMap<>();
    private final Set<String> lying;

    /**
     * One of them.
     *
     * @param relies the names of those that it leaves the content of to
     * @param heard the last words of its receivers when it was written
     */
    record Word(String name, Row row, Manifest manifest, List<String> relies, String heard) {}

    /** With the names of those that were seen to lie there whole. */
    OnTheWay(Notebook notebook, Set<String> lying) {
        this.notebook = notebook;
        this.lying = new HashSet<>(lying);
        for (Row row : notebook.offered().all()) {
            if (OfferedFile.isOurs(row)) {
                String text = notebook.offered().word(row.name());
                if (text != null) {
                    words.put(row.name(), parse(row, text));
                }
            }
        }
    }

    /** What is kept of a file: what it said, on what it relies, and what had been heard. */
    static String text(Manifest manifest, List<String> relies, String heard) {
        return CanonicalJson.text(Json.object(
                Map.of("manifest", manifest.json(), "relies", Json.texts(relies), "heard", Json.of(heard))));
    }

    /** Which words of these devices are known: another text whenever one of them has said something. */
    static String heard(Notebook notebook, List<String> devices) {
        StringBuilder heard = new StringBuilder();
        for (String device : devices) {
            for (Claims.Word word : notebook.claims().of(device)) {
                heard.append(word.from()).append(' ').append(word.serial()).append('\n');
            }
        }
        return heard.toString();
    }

    /**
     * Whether this very content lies there for these devices, and they have not taken it in and asked for it since: it is not
     * written again before they say something new.
     */
    boolean holds(String digest, List<String> devices, ReceiverKnowledge confirmed) {
        String heard = heard(notebook, devices);
        return counting(devices, confirmed).stream()
                .filter(word -> word.manifest().digest().equals(digest))
                .anyMatch(word -> word.heard().equals(heard) || !hold(confirmed, word.manifest()));
    }

    private static Word parse(Row row, String text) {
        try {
            if (JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), DEPTH) instanceof Json.Obj json
                    && json.get("manifest") instanceof Json.Obj manifest
                    && json.get("relies") instanceof Json.Array relies) {
                List<String> names = new ArrayList<>();
                relies.items().forEach(name -> names.add(((Json.Text) name).value()));
                return new Word(row.name(), row, Manifest.of(manifest), names, String.valueOf(json.text("heard")));
            }
        } catch (JsonException | FormatException e) {
            throw new NotebookException(NotebookException.Fault.DAMAGED, "a stored word", e);
        }
        throw new NotebookException(NotebookException.Fault.DAMAGED, "a stored word");
    }

    /** Those with records that lie there for all these devices and count, the latest first; some may be confirmed. */
    List<Word> counting(List<String> devices, ReceiverKnowledge confirmed) {
        Map<String, Boolean> known = new HashMap<>();
        return words.values().stream()
                .filter(w -> w.manifest().kind() == Manifest.Kind.RECORDS)
                .filter(w -> w.manifest().to().containsAll(devices))
                .filter(w -> counts(w, confirmed, known))
                .sorted(Comparator.comparing((Word w) -> w.manifest().serial()).reversed())
                .toList();
    }

    private boolean counts(Word word, ReceiverKnowledge confirmed, Map<String, Boolean> known) {
        Boolean before = known.get(word.name());
        if (before != null) {
            return before;
        }
        boolean counts = lying.contains(word.name());
        for (String name : word.relies()) {
            Word other = words.get(name);
            // One that is not remembered any more was confirmed before it was removed.
            counts =
                    counts && (other == null || covers(confirmed, other.manifest()) || counts(other, confirmed, known));
        }
        known.put(word.name(), counts);
        return counts;
    }

    /** What the receivers will hold once they have taken in what lies there. */
    ReceiverKnowledge then(List<String> devices, ReceiverKnowledge confirmed) {
        Map<Writer, SeqRanges> known = new HashMap<>(confirmed.known());
        for (Word word : counting(devices, confirmed)) {
            for (Map.Entry<Writer, Claim> entry : word.manifest().has().entrySet()) {
                Writer writer = entry.getKey();
                SeqRanges places = entry.getValue().ranges();
                boolean news = !places.minus(known.getOrDefault(writer, SeqRanges.NONE))
                        .isEmpty();
                if (news
                        && notebook.holdings()
                                .ids(writer, places)
                                .equals(entry.getValue().ids())) {
                    SeqRanges carried = places.minus(word.manifest().withheld().getOrDefault(writer, SeqRanges.NONE));
                    known.merge(writer, carried, SeqRanges::or);
                }
            }
        }
        return new ReceiverKnowledge(known, confirmed.lacks());
    }

    /** Whether what a file brought is confirmed: they hold everything of which it said so, and miss no file. */
    static boolean covers(ReceiverKnowledge confirmed, Manifest manifest) {
        return (manifest.attachments() == 0 || confirmed.lacks().isEmpty()) && hold(confirmed, manifest);
    }

    private static boolean hold(ReceiverKnowledge confirmed, Manifest manifest) {
        for (Map.Entry<Writer, Claim> entry : manifest.has().entrySet()) {
            Writer writer = entry.getKey();
            SeqRanges open = entry.getValue()
                    .ranges()
                    .minus(manifest.withheld().getOrDefault(writer, SeqRanges.NONE))
                    .minus(confirmed.known().getOrDefault(writer, SeqRanges.NONE));
            if (!open.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The names of those that are of no more use: every receiver has said itself that it holds what they brought; of a
     * receipt, that a later word for the same receivers lies there.
     */
    List<String> spent() {
        List<String> spent = new ArrayList<>();
        for (Word word : words.values()) {
            if (!lying.contains(word.name())) {
                continue;
            }
            Manifest manifest = word.manifest();
            boolean of = manifest.kind() == Manifest.Kind.RECEIPT
                    ? isSaidAgain(manifest)
                    : manifest.to().stream()
                            .allMatch(device -> covers(ReceiverKnowledge.of(notebook, List.of(device)), manifest));
            if (of) {
                spent.add(word.name());
            }
        }
        spent.sort(null);
        return spent;
    }

    private boolean isSaidAgain(Manifest manifest) {
        return words.values().stream()
                .map(Word::manifest)
                .anyMatch(later -> later.instance().equals(manifest.instance())
                        && later.serial() > manifest.serial()
                        && later.to().containsAll(manifest.to()));
    }

    @Nullable
    Word word(String name) {
        return words.get(name);
    }
}
