package org.jailoo.ui.interview;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jailoo.app.ConsentScripts;
import org.jailoo.app.EarlierInterviews;
import org.jailoo.app.NewParticipant;
import org.jailoo.consent.Consent;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** The controls of an interview: in the order in which it is held, closed until consent opens it. */
public final class Interview implements OwnControls {
    private static final String TYPE = "interview";
    /** Codes stand beside the narrative, refusals beside what was asked. */
    private static final Set<String> ELSEWHERE = Set.of("violations", "refusedToAnswer");

    private final Desk desk;
    private final Map<Page, Models> models = new WeakHashMap<>();

    /** What the controls work with. */
    public record Desk(
            ConsentScripts scripts,
            EarlierInterviews earlier,
            NewParticipant participants,
            Prompts prompts,
            Clock clock,
            Navigator navigator) {}

    /** What the controls of one page share. */
    private record Models(
            ConsentModel consent,
            ScriptModel scripts,
            PeopleModel people,
            @Nullable CodingModel coding) {}

    public Interview(Desk desk) {
        this.desk = desk;
    }

    private Models of(Page page) {
        return models.computeIfAbsent(page, one -> {
            ConsentModel consent = new ConsentModel(one.form());
            ScriptModel scripts = new ScriptModel(one.form(), one.links().tasks(), desk.scripts()::of);
            PeopleModel people = new PeopleModel(one.form(), one.links().tasks(), desk.earlier());
            one.listen(one.form().turns(), turn -> {
                consent.look();
                people.look();
            });
            CodingModel coding = isInterview(one) ? new CodingModel(one.form()) : null;
            return new Models(consent, scripts, people, coding);
        });
    }

    private static boolean isInterview(Page page) {
        return page.form().typeName().equals(TYPE);
    }

    @Override
    public List<Part> parts(Page page, RecordType type) {
        if (!isInterview(page)) {
            return List.of();
        }
        return List.of(
                new Part(page.text("interview.part.consent"), List.of("campaign", "language", "consent")),
                new Part(page.text("interview.part.who"), List.of("participants", "category")),
                new Part(
                        page.text("interview.part.where"),
                        List.of(
                                "code",
                                "date",
                                "place",
                                "setting",
                                "mode",
                                "minutes",
                                "interviewer",
                                "interpreter",
                                "othersPresent")),
                new Part(page.text("interview.part.risk"), List.of("risk", "protection")),
                new Part(
                        page.text("interview.part.story"),
                        List.of("narrative", "violations", "summary", "publicText", "translations")),
                new Part(page.text("interview.part.asked"), List.of("asked", "refusedToAnswer")),
                new Part(
                        page.text("interview.part.help"),
                        List.of("helpSought", "helpBarriers", "referrals", "feedbackPromised", "feedbackGiven")),
                new Part(page.text("interview.part.files"), List.of("attachments")));
    }

    @Override
    public @Nullable Node control(Page page, Field field) {
        boolean consents = isInterview(page) || page.form().typeName().equals("focusGroup");
        if (field.name().equals(Consent.FIELD) && consents) {
            Models of = of(page);
            return new ConsentPane(
                    page,
                    of.consent(),
                    of.scripts(),
                    new ConsentPane.Around(desk.clock(), desk.prompts(), of.people(), desk.navigator()));
        }
        CodingModel coding = isInterview(page) ? of(page).coding() : null;
        if (coding == null) {
            return null;
        }
        return switch (field.name()) {
            case "narrative" -> new NarrativePane(page, coding);
            case "participants" ->
                new WhoPane(page, of(page).people(), new WhoPane.Desk(desk.earlier(), desk.participants()));
            case "asked" -> new AskedPane(page);
            case "translations" -> new TranslationsPane(page, field);
            default -> null;
        };
    }

    @Override
    public boolean isElsewhere(Page page, Field field) {
        return isInterview(page) && ELSEWHERE.contains(field.name());
    }

    @Override
    public @Nullable ObservableValue<Boolean> shown(Page page, Field field) {
        return isInterview(page) ? of(page).consent().shown(field.name()) : null;
    }

    @Override
    public @Nullable ObservableValue<Boolean> locked(Page page, Field field) {
        return isInterview(page) ? of(page).consent().locked(field.name()) : null;
    }
}
