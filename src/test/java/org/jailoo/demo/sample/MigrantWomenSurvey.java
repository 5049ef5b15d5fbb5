package org.jailoo.demo.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The survey of Kyrgyz women who work in Russia: 300 invented interviews that come out as the published shares. */
final class MigrantWomenSurvey {
    static final int INTERVIEWS = 300;

    /** Of these, the first so many report any violation. */
    private static final int WITH_VIOLATION = 280;

    private static final String DOCUMENT = "Survey of Kyrgyz migrant women in Russia";

    /** The first three are published. */
    private static final List<String> CITIES = List.of(
            "Moscow",
            "Novosibirsk",
            "Yekaterinburg",
            "Saint Petersburg",
            "Kazan",
            "Krasnoyarsk",
            "Irkutsk",
            "Tyumen",
            "Surgut",
            "Chelyabinsk",
            "Omsk",
            "Samara",
            "Tomsk",
            "Perm",
            "Ufa",
            "Khabarovsk",
            "Vladivostok",
            "Krasnodar",
            "Voronezh");

    /** Care, catering, domestic, janitorial, garment, retail. */
    private static final List<String> SECTORS = List.of("Q88", "I56", "T97", "N81", "C14", "G47");

    private final Texts texts;

    MigrantWomenSurvey(Texts texts) {
        this.texts = texts;
    }

    /** Opens the campaign. */
    void prepare(Author office) {
        office.save(
                "campaign",
                Campaigns.SURVEY,
                Campaigns.withScripts(Campaigns.open(
                                        office,
                                        "Survey of Kyrgyz migrant women in Russia, 2021",
                                        "2021",
                                        "2021",
                                        "Working conditions, violence and discrimination during the pandemic.")
                                .set("partners", "Insan-Leilek, Solidarity Center"))
                        .set(
                                "notes",
                                "Published: shares, almost 300 women, 19 cities, six sectors. Every interview is invented.")
                        .synthetic());
    }

    /** The 300 interviews and the eight recommendations. */
    void write(Author office) {
        office.at("2023-07-17T05:00:00Z");
        for (int i = 0; i < INTERVIEWS; i++) {
            interview(office, i);
        }
        office.at("2023-07-20T05:00:00Z");
        for (String country : List.of("KG", "RU")) {
            for (String key : List.of("union", "training", "shelter")) {
                recommend(office, key, "recommendation", country, "government");
            }
        }
        recommend(office, "c190", "demand", null, "government");
        recommend(office, "ratings", "recommendation", "KG", "local-self-government");
    }

    /** Whether the nth interview is among a number of those with a violation, scattered by a step that shares no factor. */
    private static boolean among(int n, int step, int count, int outOf) {
        return n < outOf && Math.floorMod(n * step, outOf) < count;
    }

    private static List<String> violations(int n) {
        List<String> codes = new ArrayList<>();
        if (n < 240) {
            codes.add("no-sick-leave");
            codes.add("no-paid-leave");
        }
        addIf(codes, among(n, 37, 165, WITH_VIOLATION), "no-written-contract");
        addIf(codes, among(n, 37, 48, WITH_VIOLATION), "contract-refused");
        addIf(codes, among(n, 51, 75, WITH_VIOLATION), "wage-delay");
        addIf(codes, among(n, 43, 150, WITH_VIOLATION), "unpaid-overtime");
        // 210 of the 280, the forty without the leave violations among them, so that 280 report anything.
        int discriminated = n - (WITH_VIOLATION - 210);
        if (discriminated >= 0 && discriminated < 210) {
            int place = Math.floorMod(discriminated * 11, 210);
            addIf(codes, place < 140, "discrimination-migrant-status");
            addIf(codes, place >= 105, "discrimination-gender");
        }
        addIf(codes, among(n, 53, 120, WITH_VIOLATION), "sexual-harassment-non-contact");
        addIf(codes, among(n, 61, 60, WITH_VIOLATION), "sexual-harassment-contact");
        addIf(codes, among(n, 67, 40, WITH_VIOLATION), "rape");
        if (among(n, 67, 42, WITH_VIOLATION) && !among(n, 67, 40, WITH_VIOLATION)) {
            codes.add("gang-rape");
        }
        return codes;
    }

    private static void addIf(List<String> codes, boolean condition, String code) {
        if (condition) {
            codes.add(code);
        }
    }

    private void interview(Author office, int n) {
        // The order of the codes tells nothing of the answers.
        String code = "MW-%03d".formatted(1 + Math.floorMod(n * 77, INTERVIEWS));
        String city = CITIES.get(Math.floorMod(n * 5 + n / 19, CITIES.size()));
        String sector = SECTORS.get(Math.floorMod(n * 7 + n / 6, SECTORS.size()));
        List<String> violations = violations(n);
        int voice = VOICES.getOrDefault(n, 0);
        String language = voice > 0 ? texts.spoken("voice." + voice) : n % 5 == 0 ? "ru" : "ky";
        String person = office.save("participant", "person " + code, person(office, n, code, city, sector, violations));
        String day = "2021-%02d-%02d".formatted(9 + n % 3, 1 + (n * 11) % 28);
        Body body = office.body()
                .set("code", code)
                .set("campaign", Author.id(Campaigns.SURVEY))
                .add("participants", person)
                .set("category", "migrant")
                .set("date", day)
                .set("minutes", 30 + (n * 13) % 40)
                .set("setting", n % 3 == 0 ? "home" : n % 3 == 1 ? "public-place" : "by-phone")
                .set("mode", n % 3 == 2 ? "phone" : "in-person")
                .set("language", language)
                .set("risk", violations.isEmpty() ? "low" : "high")
                .group("place", "country", "RU", "settlement", city)
                .synthetic();
        for (String asked : ASKED) {
            body.add("asked", asked);
        }
        for (String violation : violations) {
            body.item(
                    "violations",
                    "code",
                    violation,
                    "indicators",
                    indicators(violation),
                    "person",
                    person,
                    "persons",
                    1,
                    "country",
                    "RU",
                    "city",
                    city,
                    "sector",
                    sector,
                    "perpetrator",
                    perpetrator(violation, n),
                    "from",
                    "2020",
                    "to",
                    "2021");
        }
        help(body, n);
        if (voice > 0) {
            texts.say(body, "narrative", "voice." + voice);
        }
        Campaigns.consent(
                body,
                language,
                day,
                n % 9 == 0
                        ? new String[] {"keep", "statistics"}
                        : new String[] {"keep", "statistics", "quote-anonymously", "share-partners"});
        office.save("interview", "interview " + code, body);
    }

    /** What each of the own-written testimonies speaks of; the one without a code speaks of nothing bad. */
    private static final List<String> SPOKEN_OF = List.of(
            "no-written-contract",
            "unpaid-overtime",
            "unpaid-overtime",
            "sexual-harassment-non-contact",
            "wage-delay",
            "discrimination-migrant-status",
            "no-sick-leave",
            "no-written-contract",
            "discrimination-migrant-status",
            "no-sick-leave",
            "sexual-harassment-contact",
            "",
            "no-written-contract",
            "contract-refused");

    /** By interview, the number of the testimony that it holds. */
    private static final Map<Integer, Integer> VOICES = voices();

    private static Map<Integer, Integer> voices() {
        Map<Integer, Integer> voices = new TreeMap<>();
        for (int i = 0; i < SPOKEN_OF.size(); i++) {
            String code = SPOKEN_OF.get(i);
            int n = code.isEmpty() ? WITH_VIOLATION : 19 * i;
            while (voices.containsKey(n) || !(code.isEmpty() || violations(n).contains(code))) {
                n++;
            }
            voices.put(n, i + 1);
        }
        return voices;
    }

    /** Everything was asked. */
    private static final List<String> ASKED = asked();

    private static List<String> asked() {
        var codebook = Schema.standard().codebook("violation");
        return codebook == null ? List.of() : List.copyOf(codebook.codes());
    }

    private static Object indicators(String violation) {
        return switch (violation) {
            case "wage-delay" -> Json.texts(List.of("wage-withholding"));
            case "unpaid-overtime" -> Json.texts(List.of("excessive-overtime"));
            case "rape", "gang-rape", "sexual-harassment-contact" -> Json.texts(List.of("violence"));
            default -> Json.NULL;
        };
    }

    private static String perpetrator(String violation, int n) {
        return violation.startsWith("sexual") || violation.endsWith("rape")
                ? List.of("supervisor", "employer", "customer").get(n % 3)
                : "employer";
    }

    /** Of the 280, half did not know where to turn or were afraid; what kept the others is invented, too. */
    private static void help(Body body, int n) {
        if (n >= WITH_VIOLATION) {
            return;
        }
        int place = Math.floorMod(n * 59, WITH_VIOLATION);
        if (place < 140) {
            body.set("helpSought", "no");
            if (place < 85) {
                body.add("helpBarriers", "did-not-know-where");
            }
            if (place >= 70 && place < 110) {
                body.add("helpBarriers", "afraid-of-deportation");
            }
            if (place >= 100 && place < 125) {
                body.add("helpBarriers", "afraid-of-job-loss");
            }
            if (place >= 120) {
                body.add("helpBarriers", "afraid-of-reprisal");
            }
        } else if (place < 200) {
            body.set("helpSought", "no")
                    .add("helpBarriers", place < 160 ? "shame" : place < 180 ? "not-useful" : "no-documents");
        } else {
            body.set("helpSought", "yes");
        }
    }

    private static Body person(Author office, int n, String code, String city, String sector, List<String> violations) {
        int age = 19 + (n * 17) % 38;
        boolean contract = !violations.contains("no-written-contract");
        return office.body()
                .set("code", code)
                .set("sex", "female")
                .set("birthYear", 2021 - age)
                .set("ageBand", GspProject.band(age))
                .set("citizenship", "KG")
                .set("children", n % 4)
                .set(
                        "maritalStatus",
                        List.of("married", "single", "divorced", "married", "widowed")
                                .get(n % 5))
                .set("education", List.of("3", "4", "6").get(n % 3))
                .add("languages", "ky", "ru")
                .add("roles", "migrant")
                .add("employment", "employed")
                .set("migration", "abroad")
                .group("place", "country", "RU", "settlement", city)
                .item(
                        "journeys",
                        "country",
                        "RU",
                        "city",
                        city,
                        "sector",
                        sector,
                        "from",
                        Integer.toString(2016 + n % 5),
                        "status",
                        "eaeu-contract",
                        "contract",
                        contract ? "written" : n % 2 == 0 ? "none" : "oral")
                .synthetic();
    }

    private void recommend(Author office, String key, String kind, @Nullable String country, String body) {
        Body change = office.body()
                .set("campaign", Author.id(Campaigns.SURVEY))
                .set("kind", kind)
                .add("themes", theme(key))
                .add("affected", key.equals("ratings") ? "persons-with-disabilities" : "women", "workers")
                .item("addressees", "country", country == null ? Json.NULL : country, "kind", body)
                .item(
                        "source",
                        "document",
                        key.equals("ratings") ? "Launch of a job search application, Bishkek" : DOCUMENT);
        if (key.equals("c190")) {
            change.add("mechanisms", "ilo");
        }
        texts.put(change, "text", "survey." + key);
        office.save("recommendation", "survey " + key + ' ' + country, change);
    }

    private static String theme(String key) {
        return switch (key) {
            case "ratings" -> "disability";
            case "c190" -> "violence-against-women";
            default -> "migrants";
        };
    }
}
