package org.jailoo.demo.sample;

import java.util.List;

/** The final document of the labour rights monitoring mission of 7 December 2021: demands, calls and own commitments. */
final class MonitoringMission {
    private static final String DOCUMENT = "Final document of the fifth coordination meeting";
    private static final String DATE = "2021-12-07";

    private final Texts texts;

    MonitoringMission(Texts texts) {
        this.texts = texts;
    }

    /** Demands to one state. */
    private record State(String country, String key, String section, int demands, List<String> bodies) {}

    private static final List<State> STATES = List.of(
            new State("KZ", "kz", "Kazakhstan", 7, List.of("head-of-state", "government")),
            new State("KG", "kg", "Kyrgyz Republic", 1, List.of("head-of-state", "parliament", "government")),
            new State("TJ", "tj", "Tajikistan", 3, List.of("head-of-state", "government")),
            new State("TM", "tm", "Turkmenistan", 1, List.of("head-of-state")),
            new State("UZ", "uz", "Uzbekistan", 4, List.of("head-of-state", "government")));

    /** The themes of each demand, by its key. */
    private static String theme(String key) {
        return switch (key) {
            case "kz.1", "kz.2", "kz.6", "kg.1", "tj.1", "tj.3", "uz.2" -> "freedom-of-association";
            case "kz.3" -> "access-to-justice";
            case "kz.4" -> "torture";
            case "kz.5" -> "fair-trial";
            case "kz.7", "tj.2" -> "freedom-of-assembly";
            case "tm.1" -> "freedom-of-expression";
            case "uz.3" -> "human-rights-defenders";
            case "uz.4" -> "forced-labour-trafficking";
            default -> "labour-rights";
        };
    }

    void write(Author office) {
        office.at("2023-07-13T05:00:00Z");
        office.save(
                "campaign",
                Campaigns.MISSION,
                Campaigns.open(
                                office,
                                "International labour rights monitoring mission, 2021",
                                DATE,
                                DATE,
                                "Demands to five states of Central Asia, calls, and what the participants took upon themselves.")
                        .item("places", "place", Body.object("country", "KG", "adm1", "KG11000000000"))
                        .item("outputs", "kind", "resolution", "title", DOCUMENT, "date", DATE, "language", "en"));
        for (State state : STATES) {
            for (int n = 1; n <= state.demands(); n++) {
                String key = state.key() + '.' + n;
                Body body = entry(office, "demand", key, state.section(), n)
                        .add("themes", theme(key))
                        .add("affected", "workers", "trade-unionists");
                for (String kind : state.bodies()) {
                    body.item("addressees", "country", state.country(), "kind", kind);
                }
                office.save("recommendation", "mission " + key, body);
            }
        }
        for (int n = 1; n <= 4; n++) {
            Body body = entry(office, "commitment", "own." + n, "Intentions", n)
                    .add("themes", n == 4 ? "migrants" : "freedom-of-association")
                    .add("affected", n == 4 ? "migrants" : "workers")
                    .item("addressees", "kind", "own-organisation");
            office.save("recommendation", "mission own." + n, body);
        }
        // A call goes to the region: none names one country.
        List<String> called = List.of("government", "un-body", "eu", "trade-union", "civil-society");
        for (int n = 1; n <= 5; n++) {
            Body body = entry(office, "recommendation", "call." + n, "Calls", n)
                    .add("themes", "labour-rights")
                    .add("affected", "workers", "migrants");
            if (n == 1) {
                body.item(
                        "addressees", "kind", called.get(0), "body", "Governments of the five states of Central Asia");
            } else {
                body.item("addressees", "kind", called.get(n - 1));
            }
            office.save("recommendation", "mission call." + n, body);
        }
    }

    private Body entry(Author office, String kind, String key, String section, int number) {
        Body body = office.body()
                .set("campaign", Author.id(Campaigns.MISSION))
                .set("kind", kind)
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
                        DATE);
        texts.put(body, "text", key);
        return body;
    }
}
