package org.jailoo.demo.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The working meetings of 4 to 6 July 2023 in four villages of Issyk-Kul, and the 41 recommendations that came of them. */
final class WorkingMeetings {
    static final String DOCUMENT = "Final report on the working meetings in four communities of Issyk-Kul";
    static final String DATE = "2023-07-10";
    private static final String KUMTOR = "Kumtor Gold Company";

    private final Texts texts;

    WorkingMeetings(Texts texts) {
        this.texts = texts;
    }

    /** What the experts do; seven came from Bishkek, three live there. */
    private static final List<String> EXPERTS = List.of(
            "head of a human rights organisation",
            "coordinator of a human rights organisation",
            "gender expert",
            "public relations",
            "international expert on labour rights",
            "coordinator of a labour rights monitoring mission",
            "volunteer",
            "environmental activist",
            "chair of a trade union committee",
            "expert on work with communities");

    /** The office prepares the campaign, lists the experts and types plan 2, whose dates the villages will say. */
    void prepare(Author office) {
        office.save(
                "campaign",
                Campaigns.MEETINGS,
                Campaigns.withScripts(Campaigns.open(
                                        office,
                                        "Working meetings, Issyk-Kul, July 2023",
                                        "2023-07-03",
                                        DATE,
                                        "Recommendations of four villages for local campaigns: work at the mine, glaciers, openness.")
                                .set("partners", "Bir Duino Kyrgyzstan, Forum-Asia"))
                        .item("places", "place", place("Barskoon"))
                        .item("places", "place", place("Tosor"))
                        .item("places", "place", place("Kichi-Jargylchak"))
                        .item("places", "place", place("Chon-Jargylchak"))
                        .item("outputs", "kind", "report", "title", DOCUMENT, "date", DATE, "language", "en"));
        for (int i = 0; i < EXPERTS.size(); i++) {
            String code = "EXP-%02d".formatted(i + 1);
            office.save(
                    "participant",
                    code,
                    office.body()
                            .set("code", code)
                            .set("occupation", EXPERTS.get(i))
                            .add("roles", "expert")
                            .group("place", "country", "KG", "adm1", i < 7 ? "KG11000000000" : "KG02000000000"));
        }
        for (int row = 1; row <= 7; row++) {
            Body body = action(office, "plan2." + row)
                    .set("plan", "2")
                    .set("number", row)
                    .set("focusGroup", Author.id("meeting chon-jargylchak"))
                    .add("themes", "environment-climate")
                    .add("affected", "rural-community");
            source(body, "Action plan 2", row);
            if (row == 5) {
                body.item("addressees", "country", "KG", "kind", "parliament", "body", "Jogorku Kenesh");
            }
            office.save("recommendation", "plan2." + row, body);
        }
    }

    private static org.jailoo.json.Json place(String settlement) {
        return Body.object("country", "KG", "adm1", "KG02000000000", "district", "Jeti-Oguz", "settlement", settlement);
    }

    /** Each village writes down its meeting and two talks. */
    void meet(Author laptop, Village village) {
        laptop.at(village.day() + "T09:00:00Z");
        String key = "meeting." + village.laptop();
        String meeting = "meeting " + village.laptop();
        Body body = laptop.body()
                .set("code", village.code() + "-M1")
                .set("kind", "working-meeting")
                .set("campaign", Author.id(Campaigns.MEETINGS))
                .set("date", village.day())
                .set("expertCount", village.experts())
                .set("language", "ky")
                .set(
                        "notes",
                        "Published: 102 participants in four meetings, 80 women and 22 men. The split is invented.")
                .group(
                        "place",
                        "country",
                        "KG",
                        "adm1",
                        "KG02000000000",
                        "district",
                        "Jeti-Oguz",
                        "settlement",
                        village.name())
                .synthetic();
        for (String field : List.of("title", "topic", "findings")) {
            texts.put(body, field, key + '.' + field);
        }
        for (int i = 1; i <= village.experts(); i++) {
            // Where not all came, the local ones did.
            int expert = i + (10 - village.experts());
            body.add("experts", Author.id("EXP-%02d".formatted(expert)));
        }
        for (String row : village.attendance().split(", ", -1)) {
            String[] cells = row.split(" ", -1);
            body.item(
                    "attendance",
                    "role",
                    cells[0],
                    "sex",
                    cells[1],
                    "ageBand",
                    cells[2],
                    "country",
                    "KG",
                    "count",
                    Integer.parseInt(cells[3]));
        }
        Campaigns.consent(body, "ky", village.day(), "keep", "statistics", "quote-anonymously", "photo");
        body.item(
                "quotes",
                "text",
                texts.of("village." + village.laptop() + ".1", "ky"),
                "translation",
                texts.of("village." + village.laptop() + ".1", "ru"),
                "role",
                "worker",
                "theme",
                "labour-rights",
                "consent",
                "yes");
        laptop.save("focusGroup", meeting, body);
        talk(laptop, village, 1);
        talk(laptop, village, 2);
    }

    private void talk(Author laptop, Village village, int number) {
        String code = village.code() + "-000" + number;
        String key = "village." + village.laptop() + '.' + number;
        String language = texts.spoken(key);
        int birthYear = 1961 + 7 * number + village.experts();
        laptop.save(
                "participant",
                "person " + code,
                laptop.body()
                        .set("code", code)
                        .set("sex", "female")
                        .set("birthYear", birthYear)
                        .set("citizenship", "KG")
                        .add("languages", "ky", "ru")
                        .add("roles", number == 1 ? "worker" : "homemaker")
                        .group(
                                "place",
                                "country",
                                "KG",
                                "adm1",
                                "KG02000000000",
                                "district",
                                "Jeti-Oguz",
                                "settlement",
                                village.name())
                        .synthetic());
        Body body = laptop.body()
                .set("code", code)
                .set("campaign", Author.id(Campaigns.MEETINGS))
                .add("participants", Author.id("person " + code))
                .set("category", "community-member")
                .set("date", village.day())
                .set("minutes", 25 + 5 * number)
                .set("setting", "public-place")
                .set("mode", "in-person")
                .set("language", language)
                .set("risk", "medium")
                .group(
                        "place",
                        "country",
                        "KG",
                        "adm1",
                        "KG02000000000",
                        "district",
                        "Jeti-Oguz",
                        "settlement",
                        village.name())
                .synthetic();
        texts.say(body, "narrative", key);
        Campaigns.consent(body, language, village.day(), "keep", "statistics", "quote-anonymously");
        laptop.save("interview", "talk " + code, body);
    }

    /** What a village plans. */
    void plan(Author laptop) {
        switch (laptop.name) {
            case "barskoon" -> barskoon(laptop);
            case "tosor" -> tosor(laptop);
            case "kichi-jargylchak" -> kichiJargylchak(laptop);
            case "chon-jargylchak" -> chonJargylchak(laptop);
            default -> throw new IllegalArgumentException(laptop.name);
        }
    }

    /** Barskoon: plan 1, the dates of plan 2, and the first direction. */
    private void barskoon(Author laptop) {
        List<Timeline> dates = List.of(
                months("August 2023", "2023-08", "2023-08"),
                months("Starting from September 2023", "2023-09", null),
                months("Starting from September 2023", "2023-09", null),
                months("By the end of the year", null, "2023"));
        // The document prints rows 2 and 3 alike; both are kept. Three rows stand again in the first direction.
        List<String> again = List.of("5", "6", "", "8");
        for (int row = 1; row <= 4; row++) {
            Body body = action(laptop, row == 3 ? "plan1.2" : "plan1." + row)
                    .set("plan", "1")
                    .set("number", row)
                    .set("focusGroup", Author.id("meeting barskoon"))
                    .add("themes", "labour-rights", "women")
                    .add("affected", "women", "workers")
                    .item("addressees", "country", "KG", "kind", "employer", "body", KUMTOR);
            source(body, "Action plan 1", row);
            if (!again.get(row - 1).isEmpty()) {
                texts.put(body, "direction", "dir1");
                source(body, "First direction", Integer.parseInt(again.get(row - 1)));
            }
            dates.get(row - 1).put(body);
            laptop.save("recommendation", "plan1." + row, body);
        }
        List<Timeline> plan2 = List.of(
                months("September – November 2023", "2023-09", "2023-11"),
                months("September 2023", "2023-09", "2023-09"),
                months("October 2023", "2023-10", "2023-10"),
                months("October 2023", "2023-10", "2023-10"),
                months("October 2023", "2023-10", "2023-10"),
                months("November – December 2023", "2023-11", "2023-12"),
                months("December 2023", "2023-12", "2023-12"));
        for (int row = 1; row <= 7; row++) {
            laptop.save("recommendation", "plan2." + row, plan2.get(row - 1).put(laptop.body()));
        }
        for (int n : new int[] {1, 2, 3, 4, 7}) {
            int key = Math.min(n, 5);
            Body body = listed(laptop, "dir1." + key, "dir1", n, "First direction", "barskoon")
                    .add("themes", "labour-rights", "freedom-of-association")
                    .add("affected", "women", "workers");
            if (n == 7) {
                months("September 2023", "2023-09", "2023-09").put(body);
            }
            laptop.save("recommendation", "dir1." + key, body);
        }
    }

    /** Tosor: plan 3 and the second direction. */
    private void tosor(Author laptop) {
        List<Timeline> dates = List.of(
                months("September 2023", "2023-09", "2023-09"),
                months("September 2023", "2023-09", "2023-09"),
                months("October 2023", "2023-10", "2023-10"),
                months("September 2023", "2023-09", "2023-09"),
                months("October 2023", "2023-10", "2023-10"),
                months("Throughout the year", "2023", "2023"),
                new Timeline("Quarterly", null, null, "quarterly"),
                months("Throughout the year", "2023", "2023"));
        for (int row = 1; row <= 8; row++) {
            Body body = action(laptop, "plan3." + row)
                    .set("plan", "3")
                    .set("number", row)
                    .set("focusGroup", Author.id("meeting tosor"))
                    .add("themes", "transparency-participation")
                    .add("affected", "rural-community");
            source(body, "Action plan 3", row);
            if (row >= 2 && row <= 4) {
                body.item("responsible", "role", "member of the working group");
            }
            dates.get(row - 1).put(body);
            laptop.save("recommendation", "plan3." + row, body);
        }
        for (int n = 1; n <= 4; n++) {
            laptop.save(
                    "recommendation",
                    "dir2." + n,
                    listed(laptop, "dir2." + n, "dir2", n, "Second direction", "tosor")
                            .add("themes", "labour-rights", "social-protection")
                            .add("affected", "rural-community", "unemployed", "self-employed"));
        }
    }

    /** Kichi-Jargylchak: the women harmed in 1998. */
    private void kichiJargylchak(Author laptop) {
        for (int n = 1; n <= 3; n++) {
            laptop.save(
                    "recommendation",
                    "dir3." + n,
                    listed(laptop, "dir3." + n, "dir3", n, "Additional direction", "kichi-jargylchak")
                            .add("themes", "women", "access-to-justice")
                            .add("affected", "women", "rural-community"));
        }
    }

    /** Chon-Jargylchak: the matrix of the glacier campaign, four of whose cells are rows of plan 2, and the union. */
    private void chonJargylchak(Author laptop) {
        Map<Integer, String> cells = Map.of(3, "legal-expert", 5, "legal-expert", 6, "collective", 7, "collective");
        Map<Integer, Timeline> dates = Map.of(
                3, months("October 2023", "2023-10", "2023-10"),
                // Plan 2 says October. Both stand until a person settles it.
                5, months("November 2023", "2023-11", "2023-11"),
                6, months("November – December 2023", "2023-11", "2023-12"),
                7, months("December 2023", "2023-12", "2023-12"));
        for (int row : new int[] {3, 5, 6, 7}) {
            Body body = laptop.body().set("action", cells.getOrDefault(row, ""));
            if (row == 7) {
                body.set("target", 10_000).set("targetUnit", "signatures");
            }
            texts.put(body, "direction", "matrix");
            source(body, "Campaign matrix", null);
            dates.getOrDefault(row, new Timeline("", null, null, null)).put(body);
            laptop.save("recommendation", "plan2." + row, body);
        }
        for (String cell : List.of("justify", "brand", "site", "social", "brochure")) {
            Body body = action(laptop, "matrix." + cell)
                    .set("action", cell.equals("justify") ? "legal-expert" : "information")
                    .set("focusGroup", Author.id("meeting chon-jargylchak"))
                    .add("themes", "environment-climate")
                    .add("affected", "rural-community");
            texts.put(body, "direction", "matrix");
            source(body, "Campaign matrix", null);
            laptop.save("recommendation", "matrix." + cell, body);
        }
        for (int n = 1; n <= 3; n++) {
            laptop.save(
                    "recommendation",
                    "dir4." + n,
                    listed(laptop, "dir4." + n, "dir4", n, "Social, labour and economic relations", "chon-jargylchak")
                            .add("themes", "labour-rights", "freedom-of-association")
                            .add("affected", "self-employed", "workers"));
        }
        for (int n = 1; n <= 2; n++) {
            laptop.save(
                    "recommendation",
                    "union." + n,
                    listed(laptop, "union." + n, "union", n, "Union of the self-employed", "chon-jargylchak")
                            .add("themes", "freedom-of-association")
                            .add("affected", "self-employed", "trade-unionists")
                            .item("addressees", "country", "KG", "kind", "trade-union"));
        }
    }

    private Body action(Author laptop, String text) {
        Body body = laptop.body()
                .set("campaign", Author.id(Campaigns.MEETINGS))
                .set("kind", "action")
                .set("status", "planned");
        texts.put(body, "text", text);
        return body;
    }

    private Body listed(Author laptop, String text, String direction, int number, String section, String village) {
        Body body = laptop.body()
                .set("campaign", Author.id(Campaigns.MEETINGS))
                .set("kind", "recommendation")
                .set("status", "proposed")
                .set("number", number)
                .set("focusGroup", Author.id("meeting " + village));
        texts.put(body, "text", text);
        texts.put(body, "direction", direction);
        source(body, section, number);
        return body;
    }

    private static void source(Body body, String section, @Nullable Integer number) {
        body.item(
                "source",
                "document",
                DOCUMENT,
                "section",
                section,
                "number",
                number == null ? org.jailoo.json.Json.NULL : number.toString(),
                "date",
                DATE);
    }

    /** When, in the document's words and as an interval. */
    private record Timeline(
            String text,
            @Nullable String from,
            @Nullable String to,
            @Nullable String every) {
        Body put(Body body) {
            return body.group("timeline", "text", text, "from", or(from), "to", or(to), "every", or(every));
        }

        private static Object or(@Nullable String value) {
            return value == null ? org.jailoo.json.Json.NULL : value;
        }
    }

    private static Timeline months(String text, @Nullable String from, @Nullable String to) {
        return new Timeline(text, from, to, null);
    }
}
