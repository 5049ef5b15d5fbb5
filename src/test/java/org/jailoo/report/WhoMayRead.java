package org.jailoo.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.consent.Audience;
import org.jailoo.report.RandomNotebook.Leaf;
import org.jailoo.report.RandomNotebook.Made;
import org.jailoo.report.RandomNotebook.Said;

/** The rules of consent, said once more in other words and by other means than the program's: what may be read where. */
public final class WhoMayRead {
    private static final Set<String> NUMBERS_OF_PARTICIPANTS = Set.of(
            "sex",
            "birthYear",
            "ageBand",
            "place.country",
            "place.adm1",
            "place.district",
            "place.settlement",
            "roles",
            "journeys.country",
            "journeys.city",
            "journeys.sector");
    private static final Set<String> NUMBERS_OF_MEETINGS = Set.of(
            "code",
            "title",
            "date",
            "place.country",
            "place.adm1",
            "place.district",
            "place.settlement",
            "attendance.role",
            "attendance.sex",
            "attendance.ageBand",
            "attendance.country",
            "attendance.count",
            "expertCount");
    private static final Set<String> NUMBERS_OF_INTERVIEWS = Set.of(
            "category",
            "date",
            "place.country",
            "place.adm1",
            "place.district",
            "place.settlement",
            "mode",
            "language",
            "asked",
            "refusedToAnswer",
            "violations.code",
            "violations.country",
            "violations.city",
            "violations.sector",
            "violations.perpetrator",
            "violations.indicators",
            "helpSought",
            "helpBarriers");

    private final Map<String, Made> byId = new HashMap<>();

    public WhoMayRead(RandomNotebook notebook) {
        notebook.records().forEach(record -> byId.put(record.id, record));
    }

    /** Whether a leaf may stand in tables or a workbook for an audience. */
    public boolean mayRead(Leaf leaf, Audience audience) {
        Made of = leaf.record();
        if (of.deleted
                || of.purged
                || leaf.field().startsWith("future")
                || leaf.member().startsWith("future")) {
            return false;
        }
        String where = leaf.member().isEmpty() ? leaf.field() : leaf.field() + "." + leaf.member();
        return switch (of.type) {
            case "campaign" -> audience == Audience.TEAM || !leaf.sensitive();
            case "recommendation" ->
                audience == Audience.TEAM
                        || (!leaf.sensitive()
                                && !Set.of("evidence", "focusGroup").contains(where));
            case "participant" -> audience == Audience.TEAM || NUMBERS_OF_PARTICIPANTS.contains(where);
            case "focusGroup" ->
                NUMBERS_OF_MEETINGS.contains(where) || (audience == Audience.TEAM && isRead(of) && isSpoken(leaf));
            case "interview" ->
                (NUMBERS_OF_INTERVIEWS.contains(where) && agreed(of, "statistics"))
                        || (audience == Audience.TEAM && isRead(of) && isQuoted(leaf));
            default -> false;
        };
    }

    private boolean isRead(Made record) {
        return agreed(record, "keep");
    }

    private boolean isQuoted(Leaf leaf) {
        boolean words = leaf.field().equals("violations")
                && (leaf.member().equals("quote") || leaf.member().equals("quoteTranslation"));
        return !words || agreed(leaf.record(), "quote-anonymously") || agreed(leaf.record(), "quote-by-name");
    }

    private static boolean isSpoken(Leaf leaf) {
        boolean words = leaf.field().equals("quotes")
                && (leaf.member().equals("text") || leaf.member().equals("translation"));
        return !words || leaf.quotes().equals(Set.of("yes"));
    }

    /** Whether a purpose is granted on 10 July 2023 by everything that stands in the record about consent. */
    public boolean agreed(Made record, String purpose) {
        if (record.incomplete || record.consents.isEmpty()) {
            return false;
        }
        for (Said said : record.consents) {
            boolean over = said != null
                    && said.expires() != null
                    && !List.of("2023", "2023-07-10", "2024-01").contains(said.expires());
            if (said == null
                    || !"yes".equals(said.given())
                    || said.withdrawn()
                    || over
                    || !said.purposes().contains(purpose)
                    || (isOfChild(record) && !"yes".equals(said.guardian()))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfChild(Made record) {
        boolean young = record.participants.stream()
                .map(byId::get)
                .anyMatch(person -> !person.purged
                        && person.ages.stream()
                                .anyMatch(age -> age.equals("0-17") || (age instanceof Integer y && y > 2005)));
        return young || record.categories.contains("child");
    }
}
