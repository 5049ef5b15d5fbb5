package org.jailoo.demo.sample;

import org.jspecify.annotations.Nullable;

/** The Platform for migrant workers' rights, 2015 to 2017: interviews, and what the committees were asked to recommend. */
final class MigrantPlatform {
    private static final String DOCUMENT = "Protection of labor migrants' rights, 2015–2017";

    private final Texts texts;
    private int interviews;

    MigrantPlatform(Texts texts) {
        this.texts = texts;
    }

    void write(Author office) {
        office.at("2023-07-12T05:00:00Z");
        office.save(
                "campaign",
                Campaigns.PLATFORM,
                Campaigns.open(
                                office,
                                "Platform for the rights of migrant workers, 2015–2017",
                                "2015",
                                "2017",
                                "Research in Kyrgyzstan, Kazakhstan and Russia, and work with the treaty bodies.")
                        .set("partners", "Bir Duino Kyrgyzstan, FIDH, Memorial")
                        .set(
                                "notes",
                                "Published: 34 women were interviewed; the numbers of the other interviews are invented.")
                        .item(
                                "outputs",
                                "kind",
                                "alternative-report",
                                "title",
                                "Alternative report to the CMW",
                                "date",
                                "2015")
                        .item(
                                "outputs",
                                "kind",
                                "alternative-report",
                                "title",
                                "Alternative report to the CESCR",
                                "date",
                                "2015")
                        .item(
                                "outputs",
                                "kind",
                                "alternative-report",
                                "title",
                                "Alternative report on Kazakhstan",
                                "date",
                                "2015")
                        .item(
                                "outputs",
                                "kind",
                                "alternative-report",
                                "title",
                                "Alternative report to the UPR",
                                "date",
                                "2015")
                        .item(
                                "outputs",
                                "kind",
                                "report",
                                "title",
                                "Women and children from Kyrgyzstan involved in migration",
                                "date",
                                "2016",
                                "language",
                                "ru")
                        .item(
                                "outputs",
                                "kind",
                                "report",
                                "title",
                                "Migrant workers in Kazakhstan: without status and rights",
                                "date",
                                "2016-09",
                                "language",
                                "ru"));
        interviews(office, 34, "migrant", "RU", "female");
        interviews(office, 8, "family", "KG", "female");
        interviews(office, 6, "ngo", "KG", null);
        interviews(office, 6, "crime-victim", "KG", "female");
        interviews(office, 5, "expert", "KG", null);
        recommendations(office);
    }

    private void interviews(Author office, int count, String category, String country, @Nullable String sex) {
        for (int i = 0; i < count; i++) {
            String code = "PL-%03d".formatted(++interviews);
            Body body = office.body()
                    .set("code", code)
                    .set("campaign", Author.id(Campaigns.PLATFORM))
                    .set("category", category)
                    .set("date", i % 2 == 0 ? "2016-03" : "2016-04")
                    .set("mode", "in-person")
                    .set("language", i % 3 == 0 ? "ru" : "ky")
                    .group("place", "country", category.equals("migrant") && i % 3 == 0 ? "KZ" : country)
                    .synthetic();
            if (sex != null) {
                body.add(
                        "participants",
                        office.save(
                                "participant",
                                "person " + code,
                                office.body()
                                        .set("code", code)
                                        .set("sex", sex)
                                        .set("citizenship", "KG")
                                        .set("birthYear", 1966 + (i * 7) % 30)
                                        .set("migration", category.equals("migrant") ? "abroad" : "never")
                                        .synthetic()));
            }
            office.save(
                    "interview",
                    "interview " + code,
                    Campaigns.consent(body, "ru", "2016-03", "keep", "statistics", "quote-anonymously", "share-un"));
        }
    }

    private void recommendations(Author office) {
        for (int n = 1; n <= 10; n++) {
            office.save(
                    "recommendation",
                    "platform cmw." + n,
                    toState(office, "cmw." + n, "KG", n, "cmw")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "cmw",
                                    "document",
                                    "Alternative report to the CMW",
                                    "date",
                                    "2015",
                                    "uptake",
                                    "adopted")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "osce",
                                    "body",
                                    "Human Dimension Meeting",
                                    "date",
                                    "2016-09-28",
                                    "uptake",
                                    "sent")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "osce",
                                    "body",
                                    "Human Dimension Meeting",
                                    "date",
                                    "2017-09",
                                    "uptake",
                                    "sent"));
        }
        for (int n = 1; n <= 5; n++) {
            office.save(
                    "recommendation",
                    "platform cescr." + n,
                    toState(office, "cescr." + n, "KG", n, "cescr")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "cescr",
                                    "document",
                                    "Alternative report to the CESCR",
                                    "date",
                                    "2015",
                                    "uptake",
                                    "adopted")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "upr",
                                    "document",
                                    "Alternative report to the UPR",
                                    "date",
                                    "2015",
                                    "uptake",
                                    "sent"));
        }
        for (int n = 1; n <= 10; n++) {
            office.save(
                    "recommendation",
                    "platform kz." + n,
                    toState(office, "pkz." + n, "KZ", n, "cmw", "cescr")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "cmw",
                                    "document",
                                    "Alternative report on Kazakhstan",
                                    "date",
                                    "2015",
                                    "uptake",
                                    "sent")
                            .item(
                                    "submissions",
                                    "mechanism",
                                    "cescr",
                                    "document",
                                    "Alternative report on Kazakhstan",
                                    "date",
                                    "2015",
                                    "uptake",
                                    "sent"));
        }
        for (int n = 1; n <= 5; n++) {
            office.save(
                    "recommendation",
                    "platform own." + n,
                    recommendation(office, "platform." + n, "To itself", n)
                            .add("themes", "migrants")
                            .item("addressees", "kind", "own-organisation", "body", "Platform"));
        }
    }

    /** The topics are published, the wording is not; of Kazakhstan even the number is "about ten". */
    private Body toState(Author office, String key, String country, int number, String... mechanisms) {
        return recommendation(office, key, String.join(" and ", mechanisms).toUpperCase(java.util.Locale.ROOT), number)
                .add("mechanisms", mechanisms)
                .add("themes", "migrants")
                .add("affected", "migrants", "migrant-families")
                .item("addressees", "country", country, "kind", "government")
                .synthetic();
    }

    private Body recommendation(Author office, String key, String section, int number) {
        Body body = office.body()
                .set("campaign", Author.id(Campaigns.PLATFORM))
                .set("kind", "recommendation")
                .set("number", number)
                .item(
                        "source",
                        "document",
                        DOCUMENT,
                        "section",
                        section,
                        "number",
                        Integer.toString(number),
                        "date",
                        "2017");
        texts.put(body, "text", key);
        return body;
    }
}
