package org.jailoo.ui.shell;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;

/** The interviews that the gallery shows, saved into the sample before it is drawn; invented, every one. */
final class InterviewScenes {
    private static final String TOLD = "Мен Москвада үй тазалоочу болуп иштедим. Келгенде эле паспортумду алып коюшту,"
            + " «кийин беребиз» дешти. Айлыгымды үч ай бербей жүрүштү, сурасам полиция чакырабыз деп коркутушту.\n\n"
            + "Күнүнө он төрт саат иштечүбүз, эс алуу күнү болгон жок. Алты киши бир бөлмөдө жаттык, суу да, жылуулук да"
            + " жок болчу. Кетейин десем, паспортум жок, акчам жок.\n\n"
            + "Кийин бир кыз кесиптик бирликтин телефонун берди. Алар аркылуу документимди кайтарып алдым, айлыгымдын"
            + " жарымын гана төлөштү.";

    private final SaveRecord save;

    InterviewScenes(Notebook notebook, Clock clock) {
        this.save = new SaveRecord(notebook, clock);
    }

    /** Saves them; their ids by name. */
    Map<String, String> prepare(String campaign) {
        saved(
                save.open("campaign", campaign),
                Map.of(
                        "consentScripts/11111111-1111-4111-8111-111111111111", script("ky", "2", """
                        Саламатсызбы! Мен миграциядагы эмгекчилердин укуктары боюнча маек жүргүзүп жатам. Айтканыңызды\
                         атыңызды жазбай сактайбыз. Каалабаган суроого жооп бербей койсоңуз болот, маекти каалаган убакта\
                         токтото аласыз, кийин ойлонуп, макулдугуңузду кайтарып алсаңыз да болот."""),
                        "consentScripts/22222222-2222-4222-8222-222222222222", script("ru", "2", """
                        Здравствуйте! Я провожу беседу о правах трудовых мигрантов. Ваш рассказ мы будем хранить без имени.\
                         Можно не отвечать на любой вопрос, остановить разговор в любую минуту и позже отозвать согласие.""")));
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("interview-new", interview(campaign, Map.of()));
        ids.put(
                "interview-agreed",
                interview(
                        campaign, Map.of("code", Json.of("A7-0011"), "consent", consent("yes", "keep", "statistics"))));
        ids.put(
                "interview-declined",
                interview(campaign, Map.of("code", Json.of("A7-0012"), "consent", consent("declined"))));
        ids.put("interview-coded", interview(campaign, coded()));
        ids.put(
                "interview-stored",
                interview(campaign, Map.of("code", Json.of("A7-0014"), "narrative", Json.of(TOLD))));
        return ids;
    }

    private static Map<String, Json> coded() {
        Map<String, Json> values = new TreeMap<>();
        values.put("code", Json.of("A7-0013"));
        values.put("consent", consent("yes", "keep", "statistics", "quote-anonymously"));
        values.put("narrative", Json.of(TOLD));
        values.put(
                "violations/a1111111-1111-4111-8111-111111111111",
                quoted("document-retention", "паспортумду алып коюшту"));
        values.put(
                "violations/a2222222-1111-4111-8111-111111111111",
                quoted("wage-withheld", "Айлыгымды үч ай бербей жүрүштү"));
        values.put(
                "violations/a3333333-1111-4111-8111-111111111111",
                quoted("excessive-hours", "Күнүнө он төрт саат иштечүбүз"));
        values.put(
                "violations/a4444444-1111-4111-8111-111111111111", Json.object(Map.of("code", Json.of("isolation"))));
        for (String asked :
                List.of("document-retention", "wage-withheld", "wage-delay", "excessive-hours", "rape", "threats")) {
            values.put("asked/" + asked, Json.TRUE);
        }
        values.put("refusedToAnswer/rape", Json.TRUE);
        return values;
    }

    private static Json quoted(String code, String words) {
        int at = TOLD.indexOf(words);
        long start = TOLD.codePointCount(0, at);
        return Json.object(Map.of(
                "code", Json.of(code),
                "quote", Json.of(words),
                "source", Json.of("narrative"),
                "start", Json.of(start),
                "end", Json.of(start + words.codePointCount(0, words.length()))));
    }

    private static Json consent(String given, String... purposes) {
        Json.Obj consent = Json.object(Map.of(
                "given", Json.of(given),
                "language", Json.of("ky"),
                "scriptVersion", Json.of("2"),
                "date", Json.of("2023-07-05")));
        return purposes.length == 0 ? consent : consent.with("purposes", Json.texts(List.of(purposes)));
    }

    private static Json script(String language, String version, String text) {
        return Json.object(Map.of("language", Json.of(language), "version", Json.of(version), "text", Json.of(text)));
    }

    private String interview(String campaign, Map<String, Json> more) {
        Map<String, Json> values = new TreeMap<>(more);
        values.put("campaign", Json.of(campaign));
        values.put("language", Json.of("ky"));
        SaveRecord.Form form = save.open("interview", null);
        saved(form, values);
        return form.record();
    }

    private void saved(SaveRecord.Form form, Map<String, ? extends Json> values) {
        if (!(save.save(form, Json.object(values)) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + form.type());
        }
    }
}
