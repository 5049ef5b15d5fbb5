package org.jailoo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.bundle.BundleDigest;
import org.jailoo.bundle.BundleSource;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest.Scope;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one bundle (bundle.md §5): whole histories of the records it names, the purges of those that stay, and
 * the attachments.
 */
final class Selection implements BundleSource {
    /** More ranges than a manifest has room for are left out of what we claim. */
    private static final int MAX_RANGES = Knowledge.MAX_RANGES;

    /** A claim takes about 170 bytes in the manifest, a range up to 22; both together stay below 1 MiB. */
    private static final int MAX_MANIFEST = 900 * 1024;

    private static final int MAX_LACKS = 2000;

    private final Notebook notebook;
    private final BitSet records;
    private final BitSet withheld;
    private final BitSet purgesOnly;
    private final SortedSet<String> attachments = new TreeSet<>();

    private Selection(Notebook notebook, BitSet records, BitSet withheld) {
        this.notebook = notebook;
        this.records = records;
        this.withheld = withheld;
        this.purgesOnly = (BitSet) records.clone();
        purgesOnly.and(withheld);
        records.andNot(withheld);
    }

    /** What to send. With knowledge of the receivers, only records that hold something new to them. */
    static Selection of(Notebook notebook, Scope scope, @Nullable ReceiverKnowledge receivers) {
        BitSet withheld = withheld(notebook, scope);
        if (receivers == null) {
            Selection everything = new Selection(notebook, notebook.revisions().allRecords(), withheld);
            notebook.attachments().eachNamingOfHeld(n -> {
                if (everything.records.get(n.record())) {
                    everything.attachments.add(n.sha256());
                }
            });
            return everything;
        }
        BitSet records = notebook.revisions().beyond(receivers.known());
        Set<String> delivered = new HashSet<>();
        notebook.attachments().eachNamingOfHeld(n -> {
            if (receivers.lacks().contains(n.sha256())) {
                records.set(n.record());
            } else if (receivers.knows(new Writer(n.device(), n.instance()), n.seq())) {
                delivered.add(n.sha256());
            }
        });
        Selection changes = new Selection(notebook, records, withheld);
        notebook.attachments().eachNamingOfHeld(n -> {
            if (changes.records.get(n.record()) && !delivered.contains(n.sha256())) {
                changes.attachments.add(n.sha256());
            }
        });
        return changes;
    }

    /** Nothing, for a receipt; what the scope withholds, it withholds all the same. */
    static Selection nothing(Notebook notebook, Scope scope) {
        return new Selection(notebook, new BitSet(), withheld(notebook, scope));
    }

    /** The records of which a revision has a type that may not travel in this scope. */
    private static BitSet withheld(Notebook notebook, Scope scope) {
        // What was handed to the lead and given up cannot be sent; the lead has it.
        BitSet withheld = notebook.identities().givenUp();
        kept(notebook, scope)
                .keySet()
                .forEach(type -> withheld.or(notebook.revisions().types().records(type)));
        return withheld;
    }

    /** The types that may not travel in a scope, and why not. */
    private static Map<String, Answer> kept(Notebook notebook, Scope scope) {
        Disclosure disclosure = new Disclosure(notebook.schema());
        Map<String, Answer> kept = new TreeMap<>();
        for (String type : notebook.revisions().types().all()) {
            Answer answer = disclosure.travelling(type, scope == Scope.CODES);
            if (!answer.isYes()) {
                kept.put(type, answer);
            }
        }
        return kept;
    }

    /** Of what would have gone in a wider scope, what stays here and why. */
    List<Told> stays(Scope scope) {
        List<Told> stays = new ArrayList<>();
        BitSet left = (BitSet) purgesOnly.clone();
        kept(notebook, scope).forEach((type, why) -> {
            BitSet ofType = notebook.revisions().types().records(type);
            ofType.and(left);
            left.andNot(ofType);
            if (!ofType.isEmpty()) {
                stays.add(new Told(type, why, ofType.cardinality()));
            }
        });
        return stays;
    }

    /** What goes, and would not be shown to everybody, for a file that everybody can read. */
    List<Told> notForEverybody(LocalDate day) {
        Openly openly = new Openly(notebook, day);
        notebook.revisions().eachRecordOf(records, openly::take);
        return openly.told();
    }

    /** The digest that the manifest will state; empty where nothing goes along. */
    String digest() throws IOException {
        BundleDigest digest = new BundleDigest();
        boolean[] any = {false};
        ids((id, withBody) -> {
            any[0] = true;
            digest.revision(id, withBody);
        });
        attachments((sha256, size, content) -> {
            any[0] = true;
            digest.attachment(sha256);
        });
        return any[0] ? digest.hex() : "";
    }

    /** Keys of the records whose content goes along. */
    BitSet records() {
        return (BitSet) records.clone();
    }

    /** The devices whose cards go along, but for our own. */
    SortedSet<String> signers() {
        return notebook.revisions().signers(records, purgesOnly);
    }

    /** What we say that we hold, withhold and lack. */
    Knowledge knowledge() {
        TreeMap<Writer, Claim> has = new TreeMap<>();
        TreeMap<Writer, SeqRanges> kept = new TreeMap<>();
        int ranges = 0;
        int bytes = MAX_LACKS * 67;
        Map<Writer, SeqRanges> staying = notebook.holdings().heldIn(withheld);
        for (Writer writer : notebook.holdings().writers()) {
            int room = Math.min(MAX_RANGES - ranges, (MAX_MANIFEST - bytes - 250) / 22);
            if (room <= 0) {
                break;
            }
            Claim claim = notebook.holdings().claim(writer, room);
            SeqRanges stays = staying.getOrDefault(writer, SeqRanges.NONE).and(claim.ranges());
            int used = claim.ranges().ranges().size() + stays.ranges().size();
            if (claim.ranges().isEmpty() || used > room) {
                // Unclaimed, it is sent again one day; half claimed, it would look like a gap.
                continue;
            }
            has.put(writer, claim);
            if (!stays.isEmpty()) {
                kept.put(writer, stays);
            }
            ranges += used;
            bytes += 250 + 22 * used;
        }
        return new Knowledge(has, kept, new TreeSet<>(notebook.attachments().lacking(MAX_LACKS)));
    }

    @Override
    public void ids(IdTaker taker) throws IOException {
        try {
            notebook.revisions().eachIdOf(records, (id, bodied) -> take(() -> taker.take(id, bodied)));
            notebook.revisions().eachPurgeOf(purgesOnly, r -> take(() -> taker.take(r.id(), false)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void revisions(RevisionTaker taker) throws IOException {
        try {
            notebook.revisions().eachOf(records, r -> take(() -> taker.take(r)));
            notebook.revisions().eachPurgeOf(purgesOnly, r -> take(() -> taker.take(r)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void attachments(AttachmentTaker taker) throws IOException {
        Attachments held = notebook.attachments();
        for (String sha256 : attachments) {
            Long size = held.size(sha256);
            if (size != null) {
                taker.take(sha256, size, () -> held.open(sha256));
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void take(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
