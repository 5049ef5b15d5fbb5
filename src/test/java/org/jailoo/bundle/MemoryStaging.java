package org.jailoo.bundle;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.record.AttachmentNames;

/** A staging in memory. */
final class MemoryStaging implements Staging {
    final Map<String, Revision> revisions = new LinkedHashMap<>();
    final Map<String, byte[]> attachments = new TreeMap<>();

    private final Set<String> named = new TreeSet<>();
    private final Set<String> opened = new TreeSet<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();
    private String openName = "";
    private long openSize;

    @Override
    public boolean add(Revision revision, long bytes) {
        Content content = revision.content();
        if (content != null) {
            named.addAll(AttachmentNames.in(content.body()));
        }
        return revisions.putIfAbsent(revision.id(), revision) == null;
    }

    @Override
    public boolean hasUnpurgedEditWithoutBody() {
        Set<String> purged = new TreeSet<>();
        revisions.values().stream()
                .filter(r -> !r.header().isEdit())
                .forEach(r -> purged.add(r.header().record()));
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
        if (open.size() > openSize) {
            throw new IllegalStateException("more than announced");
        }
    }

    @Override
    public void endAttachment() {
        if (open.size() != openSize) {
            throw new IllegalStateException("less than announced");
        }
        attachments.put(openName, open.toByteArray());
    }
}
