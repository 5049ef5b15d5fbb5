package org.jailoo.demo.sample;

import java.util.List;
import java.util.Random;

/** The project on trade preferences and labour rights of 2018 to 2020: a quota survey of 1,600 by telephone, and outputs. */
final class GspProject {
    static final int RESPONDENTS = 1600;
    private static final String DOCUMENT = "Final narrative report, GSP+ project";

    /** Invented like the rest of the quotas: in the proportion in which people lived then. */
    private record Region(String adm1, String name, int target) {}

    private static final List<Region> REGIONS = List.of(
            new Region("KG02000000000", "Issyk-Kul", 122),
            new Region("KG03000000000", "Jalal-Abad", 304),
            new Region("KG04000000000", "Naryn", 72),
            new Region("KG05000000000", "Batken", 132),
            new Region("KG06000000000", "Osh region", 336),
            new Region("KG07000000000", "Talas", 66),
            new Region("KG08000000000", "Chuy", 236),
            new Region("KG11000000000", "Bishkek", 257),
            new Region("KG21000000000", "Osh city", 75));

    /** Of a hundred people in a region, how many are of this sex and age. */
    private record Share(String sex, int from, int to, int percent) {
        String label() {
            return (sex.equals("female") ? "women " : "men ") + from + (to > 100 ? "+" : "–" + to);
        }
    }

    private static final List<Share> SHARES = List.of(
            new Share("female", 18, 34, 21),
            new Share("female", 35, 54, 18),
            new Share("female", 55, 120, 13),
            new Share("male", 18, 34, 20),
            new Share("male", 35, 54, 17),
            new Share("male", 55, 120, 11));

    private final Texts texts;
    private final Random random = new Random(1600);
    private int respondents;

    GspProject(Texts texts) {
        this.texts = texts;
    }

    /** Opens the campaign with its quotas and outputs. */
    void prepare(Author office) {
        Body body = Campaigns.withScripts(Campaigns.open(
                                office,
                                "GSP+ in Kyrgyzstan: business and human rights, 2018–2020",
                                "2018",
                                "2020",
                                "Labour rights of women and children under the conventions of the trade preferences.")
                        .set("partners", "Coalition, DRI"))
                .set(
                        "notes",
                        "Published: 1,600 by telephone, 3 to 11 May 2019, quotas by sex, age and region. The cells are invented.")
                .synthetic();
        for (Region region : REGIONS) {
            int left = region.target();
            for (Share share : SHARES) {
                int target = target(region, share, left);
                left -= target;
                Object to = share.to() > 100 ? org.jailoo.json.Json.NULL : (Integer) share.to();
                body.item(
                        "quotas",
                        "label",
                        region.name() + ", " + share.label(),
                        "sex",
                        share.sex(),
                        "ageFrom",
                        share.from(),
                        "ageTo",
                        to,
                        "adm1",
                        region.adm1(),
                        "target",
                        target);
            }
        }
        outputs(body);
        office.save("campaign", Campaigns.GSP, body);
    }

    /** The last cell of a region takes what rounding leaves. */
    private static int target(Region region, Share share, int left) {
        return share.equals(SHARES.get(SHARES.size() - 1)) ? left : region.target() * share.percent() / 100;
    }

    private static void outputs(Body body) {
        output(body, "video", "Information video on GSP+", "2019-10");
        output(body, "video", "Videographic: labour rights of women", "2019-12");
        output(body, "video", "Videographic: labour rights of children", "2019-12");
        for (int i = 1; i <= 5; i++) {
            output(body, "infographic", "Infographic " + i, i < 3 ? "2019-09" : "2019-10");
        }
        output(body, "booklet", "Booklet of the project, in Russian and Kyrgyz", "2019-06");
        output(body, "guidebook", "Guidebook to monitoring the labour rights of women and children", "2019-07");
        output(body, "alternative-report", "Alternative report: labour rights of children", "2020-01");
        output(body, "alternative-report", "Alternative report: labour rights of women", "2020-01");
        output(body, "resolution", "Resolution of the forum of 13 December 2019", "2020-01");
    }

    private static void output(Body body, String kind, String title, String date) {
        body.item("outputs", "kind", kind, "title", title, "date", date);
    }

    /** The recommendations, and an invented respondent for every place in the quotas. */
    void survey(Author office) {
        recommendations(office);
        office.at("2023-07-14T03:00:00Z");
        for (Region region : REGIONS) {
            int left = region.target();
            for (Share share : SHARES) {
                int target = target(region, share, left);
                left -= target;
                for (int i = 0; i < target; i++) {
                    respondent(office, region, share);
                }
            }
        }
    }

    private void respondent(Author office, Region region, Share share) {
        String code = "GSP-%04d".formatted(++respondents);
        int age = share.from() + random.nextInt(Math.min(share.to(), 74) - share.from() + 1);
        String language = random.nextInt(3) == 0 ? "ru" : "ky";
        office.save(
                "participant",
                "person " + code,
                office.body()
                        .set("code", code)
                        .set("sex", share.sex())
                        .set("birthYear", 2019 - age)
                        .set("ageBand", band(age))
                        .set("citizenship", "KG")
                        .set("education", Integer.toString(2 + random.nextInt(5)))
                        .add("employment", pick("employed", "self-employed", "seasonal", "unemployed", "unpaid-care"))
                        .add("languages", language)
                        .group("place", "country", "KG", "adm1", region.adm1())
                        .synthetic());
        String day = "2019-05-%02d".formatted(3 + (respondents * 7) % 9);
        Body body = office.body()
                .set("code", code)
                .set("campaign", Author.id(Campaigns.GSP))
                .add("participants", Author.id("person " + code))
                .set("category", "respondent")
                .set("date", day)
                .set("minutes", 8 + random.nextInt(14))
                .set("setting", "by-phone")
                .set("mode", "phone")
                .set("language", language)
                .group("place", "country", "KG", "adm1", region.adm1())
                .synthetic();
        office.save("interview", "interview " + code, Campaigns.consent(body, language, day, "keep", "statistics"));
    }

    private String pick(String... codes) {
        return codes[random.nextInt(codes.length)];
    }

    /** The age band of the codebook. */
    static String band(int age) {
        return age < 25
                ? "18-24"
                : age < 35 ? "25-34" : age < 45 ? "35-44" : age < 55 ? "45-54" : age < 65 ? "55-64" : "65+";
    }

    private void recommendations(Author office) {
        for (int n = 1; n <= 2; n++) {
            Body body = recommendation(office, "upr." + n, "Activity 5", n)
                    .add("mechanisms", "upr")
                    .add("themes", n == 1 ? "non-discrimination" : "children", "labour-rights")
                    .add("affected", n == 1 ? "women" : "children")
                    .item("addressees", "country", "KG", "kind", "government")
                    .item(
                            "submissions",
                            "mechanism",
                            "upr",
                            "body",
                            "Human Rights Council",
                            "date",
                            "2019",
                            "uptake",
                            "sent")
                    .set("notes", "Published: two recommendations went into the UPR. Their wording is ours.")
                    .synthetic();
            office.save("recommendation", "upr." + n, body);
        }
        office.save(
                "recommendation",
                "resolution",
                recommendation(office, "resolution", "Activity 6", 1)
                        .add("mechanisms", "government", "national-parliament", "eu-gsp-plus")
                        .add("themes", "labour-rights", "business-human-rights")
                        .add("affected", "women", "children", "workers")
                        .item("addressees", "country", "KG", "kind", "government")
                        .item("addressees", "country", "KG", "kind", "parliament", "body", "Jogorku Kenesh")
                        .item(
                                "submissions",
                                "mechanism",
                                "government",
                                "document",
                                "Resolution of the forum",
                                "date",
                                "2020-01",
                                "uptake",
                                "sent")
                        .item(
                                "submissions",
                                "mechanism",
                                "national-parliament",
                                "document",
                                "Resolution of the forum",
                                "date",
                                "2020-01",
                                "uptake",
                                "sent"));
    }

    private Body recommendation(Author office, String key, String section, int number) {
        Body body = office.body()
                .set("campaign", Author.id(Campaigns.GSP))
                .set("kind", "recommendation")
                .set("status", "done")
                .item(
                        "source",
                        "document",
                        DOCUMENT,
                        "section",
                        section,
                        "number",
                        Integer.toString(number),
                        "date",
                        "2020-01-31");
        texts.put(body, "text", key);
        return body;
    }
}
