package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.office.OfficeFile;
import org.jailoo.paper.FormOrder;
import org.jailoo.paper.FormOrder.Campaign;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.paper.FormOrder.Script;
import org.jailoo.paper.PaperForms;
import org.jspecify.annotations.Nullable;

/** Writes forms to be filled in by hand; of the notebook they hold a campaign's title and its words of consent alone. */
public final class PrintForms {
    private static final String SCRIPTS = "consentScripts/";
    private static final int CAMPAIGNS = 500;

    private final Notebook notebook;

    public PrintForms(Notebook notebook) {
        this.notebook = notebook;
    }

    /** What a form would say, and whether the campaign has words of consent in its language. */
    public record Choice(
            Form form, String language, @Nullable String campaign) {}

    /** The campaigns there are, by title. */
    public List<Lists.Row> campaigns() {
        return notebook.reading(at -> at.lists().named("campaign", "", CAMPAIGNS));
    }

    /** The words of consent of a campaign in a language, the highest version of them; empty where it has none. */
    public Optional<Script> script(String campaign, String language) {
        return notebook.reading(at -> shown(at, campaign).flatMap(shown -> script(shown, language)));
    }

    /** What everybody may read of a campaign: a form goes from hand to hand. */
    private static Optional<Disclosed> shown(Snapshot at, String campaign) {
        // Of a campaign nobody's consent is asked; were it ever, the last of days would find it over.
        Reading everybody = new Reading(new Disclosure(at.schema()), Audience.PUBLIC, LocalDate.MAX, Children.UNKNOWN);
        return at.revisions()
                .visible(campaign)
                .map(state -> everybody.shown(new Guarded(state)))
                .filter(shown -> shown.answer().isYes());
    }

    private static Optional<Script> script(Disclosed campaign, String language) {
        List<Script> scripts = new ArrayList<>();
        campaign.values().tailMap(SCRIPTS).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(SCRIPTS))
                .forEach(e -> {
                    if (e.getValue() instanceof Json.Obj item
                            && language.equals(item.text("language"))
                            && item.text("text") != null) {
                        String version = item.text("version");
                        scripts.add(new Script(version == null ? "" : version, String.valueOf(item.text("text"))));
                    }
                });
        return scripts.stream().max(Comparator.comparing(Script::version, PrintForms::byNumbers));
    }

    /** Version 10 is higher than version 9. */
    private static int byNumbers(String one, String other) {
        String[] a = one.split("[^0-9\\p{L}]+", -1);
        String[] b = other.split("[^0-9\\p{L}]+", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = a[i].matches("[0-9]{1,9}") && b[i].matches("[0-9]{1,9}");
            int order =
                    numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i])) : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    /**
     * Writes a form into a new file; it appears whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public void write(Choice choice, Path out) throws IOException {
        FormOrder order = new FormOrder(choice.form(), choice.language(), campaign(choice));
        OfficeFile.write(out, to -> {
            new PaperForms(notebook.schema()).write(order, to);
            return out;
        });
    }

    private @Nullable Campaign campaign(Choice choice) {
        String id = choice.campaign();
        if (id == null) {
            return null;
        }
        return notebook.reading(at -> shown(at, id)
                .map(shown -> new Campaign(
                        shown.values().get("title") instanceof Json.Text title ? title.value() : "",
                        script(shown, choice.language()).orElse(null)))
                .orElse(null));
    }
}
