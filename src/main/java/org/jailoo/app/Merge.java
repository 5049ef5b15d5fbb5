package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.PurgeRule;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Fates;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Revisions;
import org.jailoo.notebook.Revisions.Added;
import org.jailoo.notebook.Scratch;

/** The union of a notebook and one verified, staged bundle, in one transaction. */
final class Merge {
    /**
     * What applies to this merge.
     *
     * @param withoutBodiesOfPurged keeps no body of a record that a held purge names: a restore, before the person has
     *     answered
     */
    record Rules(boolean trustSender, boolean acceptPurges, boolean withoutBodiesOfPurged) {}

    private final Notebook notebook;
    private final Revisions revisions;
    private final Scratch scratch;
    private final Bundle bundle;
    private final Rules rules;
    private final Instant now;

    private final Map<String, List<String>> accepted = new HashMap<>();
    private final Set<String> heldRecords = new HashSet<>();
    private final List<String> purges = new ArrayList<>();
    private final SortedMap<String, Long> relayed = new TreeMap<>();
    private final SortedMap<String, Long> blocked = new TreeMap<>();
    private final Set<Writer> writers = new HashSet<>();
    private final BitSet named = new BitSet();
    private final BitSet bodied = new BitSet();
    private long fresh;
    private long changed;
    private long same;
    private long conflicts;
    private long purged;
    private long missingFiles;
    private boolean ownFromOthers;

    Merge(Notebook notebook, Scratch scratch, Bundle bundle, Rules rules, Instant now) {
        this.notebook = notebook;
        this.revisions = notebook.revisions();
        this.scratch = scratch;
        this.bundle = bundle;
        this.rules = rules;
        this.now = now;
    }

    /** Does it, and takes all of it back: a preview cannot differ from what then happens. */
    ImportResult preview() {
        return notebook.attempt(this::run);
    }

    /** Does it. */
    ImportResult write() {
        boolean done = false;
        ImportResult result;
        try {
            result = notebook.inTransaction(this::run);
            done = true;
        } finally {
            if (!done) {
                notebook.settleAfterRollback();
            }
        }
        if (!accepted.isEmpty()) {
            notebook.scrub();
        }
        return result;
    }

    private ImportResult run() {
        Manifest manifest = bundle.manifest();
        bundle.cards().values().forEach(notebook.devices()::note);
        Card sender = bundle.cards().get(manifest.from());
        if (rules.trustSender() && sender != null && notebook.devices().trust(manifest.from()) == Trust.UNKNOWN) {
            notebook.devices().trust(sender);
        }
        // A bundle that comes again changes nothing, the custody log included.
        if (!notebook.log().knows(manifest.bundle(), manifest.from())) {
            notebook.custody()
                    .note(
                            Content.timeText(now),
                            CustodyLog.Note.ofBundle(What.IMPORT, manifest.bundle(), manifest.revisions()));
        }
        long key = notebook.log()
                .imported(
                        manifest.bundle(),
                        manifest.from(),
                        manifest.instance(),
                        manifest.serial(),
                        manifest.created(),
                        Content.timeText(now));
        testPurges();
        ForgetFilters filters = new ForgetFilters(notebook);
        if (!accepted.isEmpty()) {
            filters.look();
        }
        scratch.eachRecord(record -> mergeRecord(record, key));
        notebook.brought().named(key, named, bodied, fresh, changed);
        if (!accepted.isEmpty()) {
            filters.forget();
        }
        mergeAttachments();
        boolean setBack = setBack(manifest);
        if (setBack) {
            notebook.drawNewInstance();
        }
        Writer from = new Writer(manifest.from(), manifest.instance());
        if (!from.equals(notebook.self())) {
            notebook.claims()
                    .remember(new Claims.Word(
                            from,
                            manifest.serial(),
                            manifest.created(),
                            manifest.has(),
                            manifest.withheld(),
                            List.copyOf(manifest.lacks())));
        }
        return new ImportResult(
                fresh,
                changed,
                same,
                conflicts,
                purged,
                heldPurges(),
                forks(manifest),
                gaps(from),
                relayed,
                blocked,
                !manifest.to().isEmpty()
                        && !manifest.to().contains(notebook.device().deviceId()),
                accepted.size(),
                missingFiles);
    }

    /** Every purge that was never held before is tested once, in file order, the whole bundle staged. */
    private void testPurges() {
        Map<String, Integer> unasked = new HashMap<>();
        scratch.eachPurge(purge -> {
            purges.add(purge.id());
            String device = purge.writer().device();
            Trust trust = notebook.devices().trust(device);
            boolean known = revisions.holdsRevision(purge.id());
            if (known && revisions.isPurged(purge.record())) {
                return;
            }
            if (rules.acceptPurges() && trust != Trust.BLOCKED) {
                // A person looked: the count of those taken unasked starts anew.
                notebook.purges().confirmed(device);
                accept(purge);
            } else if (!known && !revisions.isPurged(purge.record())) {
                int taken = unasked.computeIfAbsent(device, notebook.purges()::takenUnasked);
                if (!rules.withoutBodiesOfPurged()
                        && PurgeRule.acceptsUnasked(purge, together(purge.record()), trust == Trust.TRUSTED, taken)) {
                    unasked.put(device, taken + 1);
                    notebook.purges().countUnasked(device);
                    accept(purge);
                } else {
                    heldRecords.add(purge.record());
                }
            }
        });
    }

    private void accept(Header purge) {
        accepted.computeIfAbsent(purge.record(), r -> new ArrayList<>()).add(purge.id());
    }

    private List<Held> together(String record) {
        List<Held> held = new ArrayList<>(revisions.headersOf(record));
        scratch.eachOf(record, r -> held.add(new Held(r.header(), null)));
        return held;
    }

    private void mergeRecord(String record, long bundleKey) {
        boolean known = revisions.holds(record);
        List<Revision> wanted = new ArrayList<>();
        Map<String, Boolean> names = new HashMap<>();
        String[] type = {""};
        scratch.eachOf(record, revision -> {
            type[0] = revision.header().type();
            writers.add(revision.header().writer());
            Revision kept = keeps(revision);
            names.put(kept.id(), kept.content() != null);
            if (revisions.wants(kept)) {
                wanted.add(kept);
            }
        });
        List<String> toAccept = accepted.getOrDefault(record, List.of());
        boolean[] gained = {false};
        if (!wanted.isEmpty() || !toAccept.isEmpty()) {
            notebook.changing(record, () -> {
                for (Revision revision : wanted) {
                    Added added = revisions.add(revision, bundleKey);
                    gained[0] |= added != Added.NOTHING;
                    if (added == Added.NEW) {
                        // No revision of this very writer ever came in a bundle before: see setBack.
                        ownFromOthers |= revision.header().writer().equals(notebook.self());
                        noteSigner(revision.header().writer().device());
                    }
                }
                toAccept.forEach(purge -> {
                    notebook.purges().accept(purge);
                    notebook.custody()
                            .note(Content.timeText(now), CustodyLog.Note.ofRecord(What.PURGE_ACCEPTED, record, purge));
                });
            });
        }
        names.forEach((id, withBody) -> {
            int held = notebook.brought().keyOf(id);
            named.set(held);
            bodied.set(held, withBody);
        });
        if (!known) {
            fresh++;
        } else if (gained[0]) {
            changed++;
        } else {
            same++;
        }
        Revisions.Brief brief = revisions.brief(record);
        if (brief != null) {
            conflicts += brief.conflicts() > 0 ? 1 : 0;
            purged += brief.purged() ? 1 : 0;
        }
        Fates.Fate fate = !toAccept.isEmpty()
                ? Fates.Fate.ERASED
                : !known ? Fates.Fate.NEW : gained[0] ? Fates.Fate.CHANGED : Fates.Fate.SAME;
        scratch.fates()
                .note(new Fates.Told(
                        record,
                        brief == null ? type[0] : brief.type(),
                        fate,
                        brief != null && brief.conflicts() > 0,
                        heldRecords.contains(record)));
    }

    private Revision keeps(Revision revision) {
        boolean strip = rules.withoutBodiesOfPurged()
                && heldRecords.contains(revision.header().record());
        return strip ? new Revision(revision.header(), revision.signature(), null) : revision;
    }

    private void noteSigner(String device) {
        switch (notebook.devices().trust(device)) {
            case UNKNOWN -> relayed.merge(device, 1L, Long::sum);
            case BLOCKED -> blocked.merge(device, 1L, Long::sum);
            case TRUSTED -> {
                // Nothing to tell.
            }
        }
    }

    private void mergeAttachments() {
        storeAttachments();
        scratch.eachNamed(sha256 -> {
            if (notebook.attachments().size(sha256) == null
                    && notebook.attachments().isNamed(sha256)) {
                missingFiles++;
            }
        });
    }

    private void storeAttachments() {
        scratch.eachAttachment(came -> {
            // One that only purged records name is dropped.
            if (notebook.attachments().size(came.sha256()) == null
                    && notebook.attachments().isNamed(came.sha256())) {
                try (InputStream bytes = scratch.open(came.sha256())) {
                    notebook.attachments().store(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** Whether others hold revisions of ours that we do not know: this file was copied, or set back to an older one. */
    private boolean setBack(Manifest manifest) {
        Writer self = notebook.self();
        Claim claim = manifest.has().get(self);
        // The hash tells of places that are not held here, and of other ids in those that are.
        boolean others = claim != null && !Claimed.agrees(self, claim, notebook.holdings());
        // What this very instance said that it holds, it holds still, unless another file said so.
        boolean more = self.equals(new Writer(manifest.from(), manifest.instance()))
                && Claimed.gap(manifest.has(), Map.of(), notebook.holdings()) > 0;
        return others || more || ownFromOthers;
    }

    private long heldPurges() {
        Set<String> waiting = new HashSet<>();
        notebook.purges().held().forEach(p -> waiting.add(p.revision()));
        return purges.stream().filter(waiting::contains).count();
    }

    private long forks(Manifest manifest) {
        writers.addAll(manifest.has().keySet());
        Set<Writer> forked = new HashSet<>();
        long forks = 0;
        for (var fork : notebook.holdings().forks()) {
            if (writers.contains(fork.writer())) {
                forked.add(fork.writer());
                forks++;
            }
        }
        for (Map.Entry<Writer, Claim> entry : manifest.has().entrySet()) {
            // Every place is held here too, and yet the ids differ: the other revisions are still on their way.
            if (!forked.contains(entry.getKey())
                    && Claimed.isUnseenFork(entry.getKey(), entry.getValue(), notebook.holdings())) {
                forks++;
            }
        }
        return forks;
    }

    /** How many revisions the sender's last word claims that did not come; counted, never listed one by one. */
    private long gaps(Writer from) {
        long gaps = 0;
        for (Claims.Word word : notebook.claims().of(from.device())) {
            if (word.from().equals(from)) {
                gaps += Claimed.gap(word.has(), word.withheld(), notebook.holdings());
            }
        }
        return gaps;
    }
}
