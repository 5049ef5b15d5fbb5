package org.jailoo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.bundle.BundleSource;
import org.jailoo.bundle.Staging;
import org.jailoo.history.Revision;
import org.jailoo.record.AttachmentNames;

/** What a bundle brought, in memory: it can be looked at, and written into a bundle again. */
final class Staged implements Staging, BundleSource {
    final Map<String, Revision> revisions = new LinkedHashMap<>();
    final Map<String, byte[]> attachments = new LinkedHashMap<>();

    private final Set<String> named = new TreeSet<>();
    private final Set<String> opened = new TreeSet<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();
    private String openName = "";
    private long openSize;

    @Override
    public boolean add(Revision revision, long bytes) {
        if (revision.content() != null) {
            named.addAll(AttachmentNames.in(revision.content().body()));
        }
        return revisions.putIfAbsent(revision.id(), revision) == null;
    }

    @Override
    public boolean hasUnpurgedEditWithoutBody() {
        Set<String> purged = new TreeSet<>();
        for (Revision revision : revisions.values()) {
            if (!revision.header().isEdit()) {
                purged.add(revision.header().record());
            }
        }
        return revisions.values().stream()
                .anyMatch(r -> r.header().isEdit()
                        && r.content() == null
                        && !purged.contains(r.header().record()));
    }

    @Override
    public boolean names(String sha256) {
        return named.contains(sha256);
    }

    @Override
    public boolean beginAttachment(String sha256, long size) {
        open = new ByteArrayOutputStream();
        openName = sha256;
        openSize = size;
        return opened.add(sha256);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        open.write(bytes, offset, length);
        Promise.holds(open.size() <= openSize, "no more of an attachment than was announced");
    }

    @Override
    public void endAttachment() {
        Promise.holds(open.size() == openSize, "as much of an attachment as was announced");
        attachments.put(openName, open.toByteArray());
    }

    @Override
    public void ids(IdTaker taker) throws IOException {
        for (Revision revision : revisions.values()) {
            taker.take(revision.id(), revision.content() != null);
        }
    }

    @Override
    public void revisions(RevisionTaker taker) throws IOException {
        for (Revision revision : revisions.values()) {
            taker.take(revision);
        }
    }

    @Override
    public void attachments(AttachmentTaker taker) throws IOException {
        for (Map.Entry<String, byte[]> one : attachments.entrySet()) {
            byte[] bytes = one.getValue();
            taker.take(one.getKey(), bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }
}
