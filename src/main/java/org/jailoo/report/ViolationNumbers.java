package org.jailoo.report;

import java.util.List;
import org.jailoo.report.Relation.Kind;

/** What the numbers of violations of one campaign are called, and what binds them. */
record ViolationNumbers(Quantity all, Quantity violated) {
    static final String NAMED = "named";
    /** Asked about, or named without having been asked about. */
    static final String KNOWN = "known";

    static final String REFUSED = "refused";
    static final String NOT_ASKED = "not-asked";

    ViolationNumbers(String campaign) {
        this(Quantity.all("interviews/" + campaign), Quantity.all("violated/" + campaign));
    }

    /** The interviews in which a code stands so. */
    Quantity of(String code, String how) {
        return all.where("violation " + code, how);
    }

    /** The interviews in which both codes stand so. */
    Quantity both(String one, String other, String how) {
        return of(one, how).where("violation " + other, how);
    }

    /** What binds the numbers of one code; a code may have been asked about, and an answer refused. */
    List<Relation> relations(String code, boolean refusedAndKnown) {
        List<Quantity> parts = List.of(of(code, KNOWN), of(code, REFUSED), of(code, NOT_ASKED));
        return List.of(
                new Relation(refusedAndKnown ? Kind.OVERLAPPING : Kind.SUM, all, parts),
                new Relation(Kind.WITHIN, of(code, KNOWN), List.of(of(code, NAMED))),
                new Relation(Kind.WITHIN, violated, List.of(of(code, NAMED))),
                new Relation(Kind.WITHIN, all, List.of(violated)));
    }

    /** What binds a code to its broader one. */
    List<Relation> within(String parent, String code) {
        return List.of(
                new Relation(Kind.WITHIN, of(parent, NAMED), List.of(of(code, NAMED))),
                new Relation(Kind.WITHIN, of(parent, KNOWN), List.of(of(code, KNOWN))));
    }

    /** What binds two codes to each of them. */
    List<Relation> together(String one, String other) {
        return List.of(
                new Relation(Kind.WITHIN, both(one, other, KNOWN), List.of(both(one, other, NAMED))),
                new Relation(Kind.WITHIN, of(one, NAMED), List.of(both(one, other, NAMED))),
                new Relation(Kind.WITHIN, of(other, NAMED), List.of(both(one, other, NAMED))),
                new Relation(Kind.WITHIN, of(one, KNOWN), List.of(both(one, other, KNOWN))),
                new Relation(Kind.WITHIN, of(other, KNOWN), List.of(both(one, other, KNOWN))));
    }
}
