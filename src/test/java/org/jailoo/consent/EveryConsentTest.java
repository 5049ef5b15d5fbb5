package org.jailoo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.consent.Made.Written;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a consent: a table to read, every combination against the rules said once more, and the laws. */
class EveryConsentTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);
    private static final List<String> ALL =
            Arrays.stream(Use.values()).map(Use::purpose).toList();

    private final Disclosure disclosure = new Disclosure(Schema.standard());

    /** A use that is asked about, as people name it; each needed purpose is one, or several of which one is enough. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Ask {
        READ(Part.Value.whole("narrative"), Use.KEEP, List.of("keep")),
        COUNT(new Part.Counted(), Use.STATISTICS, List.of("statistics")),
        QUOTE(
                new Part.Quotation("violations", List.of(Json.object())),
                Use.KEEP,
                List.of("keep", "quote-anonymously|quote-by-name")),
        NAMED(
                new Part.Quotation("violations", List.of(Json.object())),
                Use.QUOTE_BY_NAME,
                List.of("keep", "quote-by-name")),
        PHOTO(new Part.File("attachments", "image/jpeg"), Use.KEEP, List.of("keep", "photo")),
        VOICE(new Part.File("attachments", "audio/opus"), Use.KEEP, List.of("keep", "record-audio")),
        FILM(new Part.File("attachments", "video/mp4"), Use.KEEP, List.of("keep", "photo", "record-audio")),
        PAPER(new Part.File("attachments", "application/pdf"), Use.KEEP, List.of("keep")),
        TO_UN(Part.Value.whole("publicText"), Use.SHARE_UN, List.of("keep", "share-un")),
        TO_MEDIA(Part.Value.whole("publicText"), Use.MEDIA, List.of("keep", "media")),
        CITY(new Part.Value("violations", "city"), Use.STATISTICS, List.of("statistics"));

        private final Part part;
        private final Use use;
        private final List<String> needed;

        Ask(Part part, Use use, List<String> needed) {
            this.part = part;
            this.use = use;
            this.needed = needed;
        }
    }

    private Answer answer(RecordState record, Ask ask, Audience audience, boolean child) {
        return disclosure.answer(new Question(record, ask.part, ask.use, audience, TODAY, child));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # given    | purposes               | expires    | withdrawn | child | guardian | beside it            | ask      | for      | answer
            yes        | keep                   |            |           |       |          |                      | READ     | TEAM     | YES
            yes        | keep                   |            |           |       |          |                      | READ     | PARTNERS | COUNTS_ONLY
            yes        | keep                   |            |           |       |          |                      | READ     | PUBLIC   | COUNTS_ONLY
            yes        | statistics             |            |           |       |          |                      | READ     | TEAM     | KEEPING_NOT_GRANTED
            yes        | keep                   |            |           |       |          |                      | COUNT    | PUBLIC   | STATISTICS_NOT_GRANTED
            yes        | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | YES
            yes        | statistics             |            |           |       |          |                      | COUNT    | PUBLIC   | YES
            yes        | keep statistics        |            |           |       |          |                      | CITY     | PUBLIC   | YES
            yes        | keep                   |            |           |       |          |                      | QUOTE    | TEAM     | QUOTING_NOT_GRANTED
            yes        | keep quote-anonymously |            |           |       |          |                      | QUOTE    | TEAM     | YES
            yes        | keep quote-by-name     |            |           |       |          |                      | QUOTE    | TEAM     | YES
            yes        | keep quote-anonymously |            |           |       |          |                      | NAMED    | TEAM     | QUOTING_NOT_GRANTED
            yes        | keep quote-by-name     |            |           |       |          |                      | NAMED    | TEAM     | YES
            yes        | keep quote-by-name     |            |           |       |          |                      | QUOTE    | PUBLIC   | COUNTS_ONLY
            yes        | keep                   |            |           |       |          |                      | PHOTO    | TEAM     | PHOTO_NOT_GRANTED
            yes        | keep photo             |            |           |       |          |                      | PHOTO    | TEAM     | YES
            yes        | keep photo             |            |           |       |          |                      | VOICE    | TEAM     | RECORDING_NOT_GRANTED
            yes        | keep record-audio      |            |           |       |          |                      | VOICE    | TEAM     | YES
            yes        | keep photo             |            |           |       |          |                      | FILM     | TEAM     | RECORDING_NOT_GRANTED
            yes        | keep record-audio      |            |           |       |          |                      | FILM     | TEAM     | PHOTO_NOT_GRANTED
            yes        | photo                  |            |           |       |          |                      | PHOTO    | TEAM     | KEEPING_NOT_GRANTED
            yes        | keep                   |            |           |       |          |                      | PAPER    | TEAM     | YES
            yes        | keep                   |            |           |       |          |                      | TO_UN    | TEAM     | SHARING_NOT_GRANTED
            yes        | keep share-un          |            |           |       |          |                      | TO_UN    | TEAM     | YES
            yes        | keep share-un          |            |           |       |          |                      | TO_MEDIA | TEAM     | SHARING_NOT_GRANTED
            yes        | keep                   | 2023-07-10 |           |       |          |                      | READ     | TEAM     | YES
            yes        | keep                   | 2023-07    |           |       |          |                      | READ     | TEAM     | YES
            yes        | keep                   | 2023       |           |       |          |                      | READ     | TEAM     | YES
            yes        | keep                   | 2023-07-09 |           |       |          |                      | READ     | TEAM     | CONSENT_EXPIRED
            yes        | keep                   | 2023-06    |           |       |          |                      | READ     | TEAM     | CONSENT_EXPIRED
            yes        | keep                   | in summer  |           |       |          |                      | READ     | TEAM     | CONSENT_EXPIRED
            yes        | keep statistics        |            | yes       |       |          |                      | COUNT    | PUBLIC   | CONSENT_WITHDRAWN
            withdrawn  | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | CONSENT_WITHDRAWN
            declined   | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | CONSENT_DECLINED
            pending    | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | CONSENT_PENDING
            tomorrow   | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | CONSENT_PENDING
                       | keep statistics        |            |           |       |          |                      | COUNT    | PUBLIC   | CONSENT_MISSING
            yes        | keep statistics        |            |           | yes   |          |                      | COUNT    | PUBLIC   | GUARDIAN_MISSING
            yes        | keep statistics        |            |           | yes   | no       |                      | READ     | TEAM     | GUARDIAN_MISSING
            yes        | keep statistics        |            |           | yes   | yes      |                      | COUNT    | PUBLIC   | YES
            yes        | keep statistics        |            |           | yes   | yes      |                      | READ     | TEAM     | YES
            declined   | keep statistics        |            |           | yes   | yes      |                      | READ     | TEAM     | CONSENT_DECLINED
            yes        | keep statistics        |            |           |       |          | keep                 | READ     | TEAM     | YES
            yes        | keep statistics        |            |           |       |          | keep                 | COUNT    | PUBLIC   | CONSENT_CONTRADICTED
            yes        | keep                   |            |           |       |          | keep statistics      | COUNT    | PUBLIC   | CONSENT_CONTRADICTED
            yes        | keep                   |            |           |       |          | keep media           | COUNT    | PUBLIC   | STATISTICS_NOT_GRANTED
            yes        | keep statistics        |            |           |       |          | declined             | READ     | TEAM     | CONSENT_CONTRADICTED
            yes        | keep statistics        |            |           |       |          | nothing              | COUNT    | PUBLIC   | CONSENT_CONTRADICTED
            yes        | keep statistics        |            |           |       |          | a body is not here   | READ     | TEAM     | CONSENT_CONTRADICTED
            yes        | keep statistics        |            |           | yes   | yes      | keep statistics      | READ     | TEAM     | GUARDIAN_MISSING
            """)
    void theTable(
            @Nullable String given,
            String purposes,
            @Nullable String expires,
            @Nullable String withdrawn,
            @Nullable String child,
            @Nullable String guardian,
            @Nullable String beside,
            Ask ask,
            Audience audience,
            Answer answer) {
        List<Json> consents = new ArrayList<>();
        consents.add(new Written(given, words(purposes), expires, withdrawn != null, guardian).json());
        boolean incomplete = "a body is not here".equals(beside);
        if ("nothing".equals(beside)) {
            consents.add(Json.NULL);
        } else if ("declined".equals(beside)) {
            consents.add(new Written("declined", List.of(), null, false, null).json());
        } else if (beside != null && !incomplete) {
            consents.add(new Written("yes", words(beside), null, false, null).json());
        }
        RecordState record = Made.interview(child == null ? "migrant" : "child", incomplete, consents);
        assertThat(answer(record, ask, audience, false)).isEqualTo(answer);
        // It is the same child whose age is known from elsewhere.
        assertThat(answer(Made.interview("migrant", incomplete, consents), ask, audience, child != null))
                .isEqualTo(answer);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** One consent on a day, said in other words than those of the program. */
    private static Set<String> grants(Written consent) {
        boolean over = consent.expires() != null
                && !List.of("2023-07-10", "2023-07", "2023", "2030-01-01").contains(consent.expires());
        return "yes".equals(consent.given()) && !consent.withdrawn() && !over
                ? new HashSet<>(consent.purposes())
                : new HashSet<>();
    }

    private static boolean expected(
            List<@Nullable Written> beside, boolean incomplete, boolean child, Ask ask, Audience audience) {
        boolean number = ask.use == Use.STATISTICS;
        if (incomplete || (audience != Audience.TEAM && !number)) {
            return false;
        }
        for (Written one : beside) {
            if (one == null || (child && !"yes".equals(one.guardian()))) {
                return false;
            }
        }
        // Every value has to grant the very same purpose: two that would each do are none.
        return ask.needed.stream()
                .allMatch(needed -> Arrays.stream(needed.split("\\|", -1))
                        .anyMatch(purpose -> beside.stream()
                                .allMatch(one -> one != null && grants(one).contains(purpose))));
    }

    @Test
    void everyCombinationIsAsTheRulesSay() {
        List<List<String>> purposes = List.of(
                List.of(),
                List.of("keep"),
                List.of("statistics"),
                List.of("keep", "statistics"),
                List.of("keep", "quote-anonymously", "photo"),
                List.of("keep", "quote-by-name", "record-audio"),
                List.of("share-un", "media", "photo", "a purpose of the future"),
                ALL);
        List<Written> consents = new ArrayList<>();
        for (String given : Arrays.asList("yes", "declined", "pending", "withdrawn", "sometimes", null)) {
            for (List<String> each : purposes) {
                // Where nothing was given, nothing else is worth going through.
                List<@Nullable String> ends = "yes".equals(given)
                        ? Arrays.asList(
                                null, "2023-07-10", "2023-07", "2023", "2030-01-01", "2023-07-09", "2022", "soon")
                        : Arrays.asList((String) null);
                for (String expires : ends) {
                    for (boolean withdrawn : List.of(false, true)) {
                        for (String guardian : Arrays.asList(null, "yes", "no")) {
                            consents.add(new Written(given, each, expires, withdrawn, guardian));
                        }
                    }
                }
            }
        }
        List<@Nullable Written> others = new ArrayList<>();
        others.add(null);
        others.add(new Written("yes", ALL, null, false, "yes"));
        others.add(new Written("yes", List.of("keep", "statistics"), null, false, null));
        others.add(new Written("yes", List.of("keep", "quote-anonymously"), "2023", false, "yes"));
        others.add(new Written("declined", ALL, null, false, "yes"));
        long asked = 0;
        long yes = 0;
        for (Written consent : consents) {
            for (int other = -1; other < others.size(); other++) {
                List<@Nullable Written> beside = new ArrayList<>();
                beside.add(consent);
                if (other >= 0) {
                    beside.add(others.get(other));
                }
                List<Json> json = beside.stream()
                        .map(c -> c == null ? Json.NULL : c.json())
                        .toList();
                for (int kind = 0; kind < 3; kind++) {
                    boolean incomplete = kind == 2;
                    RecordState record = Made.interview(kind == 1 ? "child" : "family", incomplete, json);
                    for (boolean known : List.of(false, true)) {
                        for (Audience audience : Audience.values()) {
                            for (Ask ask : Ask.values()) {
                                boolean child = known || kind == 1;
                                boolean expected = expected(beside, incomplete, child, ask, audience);
                                asked++;
                                yes += expected ? 1 : 0;
                                if (answer(record, ask, audience, known).isYes() != expected) {
                                    assertThat(answer(record, ask, audience, known))
                                            .as("%s %s %s child %s", beside, ask, audience, child)
                                            .isEqualTo(expected ? Answer.YES : "a no");
                                }
                            }
                        }
                    }
                }
            }
        }
        System.out.println("consent: " + asked + " combinations, " + yes + " of them a yes");
        assertThat(yes).isBetween(3_000L, asked / 10);
    }

    /** Less consent, more readers or one more contradicting value never make a yes of a no. */
    @Test
    void nothingThatTakesAwayEverGives() {
        long seed = Long.getLong("jailoo.seed", 20261122);
        Random random = new Random(seed);
        int weakened = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Written> consents = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                consents.add(written(random));
            }
            boolean incomplete = random.nextInt(10) == 0;
            boolean child = random.nextInt(3) == 0;
            Audience audience = List.of(Audience.values()).get(random.nextInt(3));
            Ask ask = List.of(Ask.values()).get(random.nextInt(Ask.values().length));
            Answer before = answer(record(consents, incomplete), ask, audience, child);
            List<Written> less = new ArrayList<>(consents);
            boolean missing = incomplete;
            boolean younger = child;
            Audience wider = audience;
            int change = random.nextInt(8);
            int at = random.nextInt(less.size());
            Written old = less.get(at);
            switch (change) {
                case 0 -> less.set(at, without(old, random));
                case 1 ->
                    less.set(
                            at,
                            new Written("declined", old.purposes(), old.expires(), old.withdrawn(), old.guardian()));
                case 2 -> less.set(at, new Written(old.given(), old.purposes(), old.expires(), true, old.guardian()));
                case 3 ->
                    less.set(at, new Written(old.given(), old.purposes(), "2021", old.withdrawn(), old.guardian()));
                case 4 -> less.set(at, new Written(old.given(), old.purposes(), old.expires(), old.withdrawn(), "no"));
                case 5 -> less.add(written(random));
                case 6 -> {
                    missing = true;
                    younger = true;
                }
                default -> wider = audience == Audience.TEAM ? Audience.PARTNERS : Audience.PUBLIC;
            }
            Answer after = answer(record(less, missing), ask, wider, younger);
            weakened += before.isYes() && !after.isYes() ? 1 : 0;
            assertThat(!after.isYes() || before.isYes())
                    .as("seed %s round %s: %s → %s, %s for %s", seed, round, consents, less, ask, wider)
                    .isTrue();
        }
        assertThat(weakened).isGreaterThan(200);
    }

    private static RecordState record(List<Written> consents, boolean incomplete) {
        return Made.interview(
                "migrant", incomplete, consents.stream().map(Written::json).toList());
    }

    private static Written written(Random random) {
        List<String> purposes = new ArrayList<>();
        ALL.forEach(p -> {
            if (random.nextInt(5) > 0) {
                purposes.add(p);
            }
        });
        String[] given = {"yes", "yes", "yes", "yes", "yes", "declined", "pending"};
        String[] expires = {null, null, null, "2024", "2023-07-10", "2023-07-09"};
        return new Written(
                given[random.nextInt(given.length)],
                purposes,
                expires[random.nextInt(expires.length)],
                random.nextInt(12) == 0,
                random.nextInt(3) > 0 ? "yes" : null);
    }

    private static Written without(Written old, Random random) {
        List<String> fewer = new ArrayList<>(old.purposes());
        if (!fewer.isEmpty()) {
            fewer.remove(random.nextInt(fewer.size()));
        }
        return new Written(old.given(), fewer, old.expires(), old.withdrawn(), old.guardian());
    }
}
