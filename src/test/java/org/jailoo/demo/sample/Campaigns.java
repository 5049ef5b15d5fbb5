package org.jailoo.demo.sample;

/** What every campaign of the sample has in common. */
final class Campaigns {
    static final String MEETINGS = "campaign: working meetings";
    static final String GSP = "campaign: GSP+";
    static final String MISSION = "campaign: monitoring mission";
    static final String SURVEY = "campaign: survey of migrant women";
    static final String PLATFORM = "campaign: platform";

    private Campaigns() {}

    /** A change set that opens a campaign. */
    static Body open(Author author, String title, String start, String end, String purpose) {
        return author.body()
                .set("title", title)
                .set("start", start)
                .set("end", end)
                .set("purpose", purpose);
    }

    /** Adds what people were read before they agreed, in both languages. */
    static Body withScripts(Body campaign) {
        return campaign.item(
                        "consentScripts",
                        "language",
                        "ky",
                        "version",
                        "1",
                        "text",
                        "Маек ыктыярдуу. Каалаган суроого жооп бербей, каалаган убакта токтото аласыз. Атыңыз жазылбайт.")
                .item(
                        "consentScripts",
                        "language",
                        "ru",
                        "version",
                        "1",
                        "text",
                        "Беседа добровольная. Можно не отвечать на вопрос и прекратить в любой момент. Имя не записывается.");
    }

    /** Adds a consent that was given by word of mouth. */
    static Body consent(Body body, String language, String date, String... purposes) {
        return body.group(
                "consent",
                "given",
                "yes",
                "how",
                "oral",
                "language",
                language,
                "scriptVersion",
                "1",
                "date",
                date,
                "purposes",
                org.jailoo.json.Json.texts(java.util.List.of(purposes)));
    }
}
