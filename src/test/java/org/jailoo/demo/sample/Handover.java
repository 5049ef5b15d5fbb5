package org.jailoo.demo.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.bundle.BundleSource;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.Claim;
import org.jailoo.history.Revision;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Sha256;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;

/**
 * What one laptop gave away in one file.
 *
 * @param revisions none for a receipt
 * @param held everything that the laptop held then
 */
record Handover(
        Author author,
        String file,
        long serial,
        String created,
        List<Revision> revisions,
        List<Card> cards,
        List<Revision> held) {

    /** The JSON of the bundle. */
    byte[] json() {
        Manifest.Draft draft = new Manifest.Draft(
                Drawn.uuid("bundle " + file),
                revisions.isEmpty() ? Manifest.Kind.RECEIPT : Manifest.Kind.RECORDS,
                author.writer,
                serial,
                created,
                List.of(),
                Manifest.Scope.ALL,
                Manifest.Since.CHANGES,
                knowledge());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BundleWriter.write(draft, author.keys, cards, source(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Knowledge knowledge() {
        SortedMap<Writer, Claim> has = new TreeMap<>();
        List<Revision> bySeq = held.stream()
                .sorted(Comparator.comparing((Revision r) -> r.header().seq()))
                .toList();
        for (Writer writer :
                new TreeSet<>(held.stream().map(r -> r.header().writer()).toList())) {
            SeqRanges.Builder ranges = new SeqRanges.Builder();
            MessageDigest ids = Sha256.start();
            for (Revision revision : bySeq) {
                if (revision.header().writer().equals(writer)) {
                    ranges.add(revision.header().seq());
                    ids.update(HexFormat.of().parseHex(revision.id()));
                }
            }
            has.put(writer, new Claim(ranges.build(), HexFormat.of().formatHex(ids.digest())));
        }
        return new Knowledge(has, new TreeMap<>(), new TreeSet<>());
    }

    private BundleSource source() {
        return new BundleSource() {
            @Override
            public void ids(IdTaker taker) throws IOException {
                for (Revision revision : revisions) {
                    taker.take(revision.id(), true);
                }
            }

            @Override
            public void revisions(RevisionTaker taker) throws IOException {
                for (Revision revision : revisions) {
                    taker.take(revision);
                }
            }

            @Override
            public void attachments(AttachmentTaker taker) {
                // The sample names no files.
            }
        };
    }
}
