package org.jailoo.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jailoo.app.Receivers.Spread;

/**
 * What a withdrawal would do, before anything is done: what is erased here, what has to be decided, what stays and points
 * at nothing, and where else the record is.
 *
 * @param record from which it was begun
 * @param erased that record, and what belongs to it alone: of a participant her identities and the interviews with her alone
 * @param toDecide records with others in them, and of others who are said to be the same person
 * @param left records that stay and name an erased one
 * @param mentions places of free text that name the person
 * @param more how many mentions are not listed
 * @param begun drafts of her identity that were never saved: they go too
 * @param identitiesRead false where the identities are closed: her names, and her identity records, are not in this plan
 */
public record WithdrawalPlan(
        String record,
        String type,
        List<Here> erased,
        List<Here> toDecide,
        List<Link> left,
        List<Place> mentions,
        long more,
        List<String> begun,
        boolean identitiesRead) {
    public WithdrawalPlan {
        erased = List.copyOf(erased);
        toDecide = List.copyOf(toDecide);
        left = List.copyOf(left);
        mentions = List.copyOf(mentions);
        begun = List.copyOf(begun);
    }

    /** A record as people know it; the code and the day are empty without. */
    public record Item(String record, String type, String code, String day) {}

    /** A file of a record. */
    public record File(String sha256, long size) {}

    /**
     * What of a record lies here.
     *
     * @param revisions how many there are, of which {@code bodies} hold text
     * @param draft whether something typed waits to be saved
     * @param indexed whether a search finds it
     * @param files that go with it
     * @param shared files that stay, because another record names them
     * @param asks whether the notebooks of others ask a person first; else they erase it by themselves
     * @param consent whether the record has a consent, which can be written as withdrawn
     */
    public record Here(
            Item item,
            long revisions,
            long bodies,
            boolean draft,
            boolean indexed,
            List<File> files,
            List<File> shared,
            boolean asks,
            boolean consent,
            Spread spread) {
        public Here {
            files = List.copyOf(files);
            shared = List.copyOf(shared);
        }
    }

    /** A record that stays, and a path of it that names an erased one. */
    public record Link(Item from, String path, String to) {}

    /**
     * A place of free text.
     *
     * @param path with the members that lead into the value behind points; empty for a draft
     * @param place how many characters stand before the words
     * @param name whether a name stands there, or else a code
     * @param old whether it stands in an earlier version alone, which only the erasure of that record takes away
     */
    public record Place(Item in, String path, int place, boolean name, boolean old) {}

    /** What is erased where a person adds some of what has to be decided. */
    public List<Here> with(Collection<String> more) {
        List<Here> all = new ArrayList<>(erased);
        toDecide.stream().filter(here -> more.contains(here.item().record())).forEach(all::add);
        return List.copyOf(all);
    }

    /** Everything that is spoken of. */
    public Stream<Here> all() {
        return Stream.concat(erased.stream(), toDecide.stream());
    }
}
