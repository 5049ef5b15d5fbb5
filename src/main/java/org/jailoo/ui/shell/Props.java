package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ListRecords;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.demo.SampleData;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;

/** What the scenes need: records of the sample, found by what they are, and what is laid out beside it. */
final class Props {
    private final Notebook notebook;
    private final Clock clock;
    private final Path folder;

    Props(Notebook notebook, Clock clock, Path folder) {
        this.notebook = notebook;
        this.clock = clock;
        this.folder = folder;
    }

    /** Records of the sample by the names that the scenes give them. */
    Map<String, String> ofTheSample() {
        // The first row of the second plan, and the meeting that made it.
        ListRecords.Row action = firstOfPlan(notebook, "2");
        return Map.of(
                "action", action.record(),
                "plan", text(action, "focusGroup"),
                "interview", first(notebook, Query.of("interview").typed("айлык")),
                "participant", first(notebook, Query.of("participant")),
                "focusGroup", first(notebook, Query.of("focusGroup")),
                "campaign", first(notebook, Query.of("campaign")),
                "conflict", first(notebook, Query.of("recommendation").show(Show.IN_CONFLICT)));
    }

    /** Adds what the sample has not: records by their names, and files in the folder, a stranger's bundle among them. */
    Map<String, String> laidOut(String campaign) throws IOException {
        Map<String, String> found = new HashMap<>();
        found.put("files", FileScenes.prepare(notebook, clock));
        found.putAll(new WithdrawalScenes(notebook, clock, folder).prepare());
        new DevicesScenes(notebook, clock, folder).prepare();
        new ImportScenes(notebook, clock, folder).prepare();
        found.putAll(new UndoScenes(notebook, clock, folder).prepare());
        found.putAll(new InterviewScenes(notebook, clock).prepare(campaign));
        try (Notebook stranger =
                new NewNotebook(Kdf.FLOOR).create(folder.resolve("stranger"), "stranger".toCharArray(), "NAR-03")) {
            SaveRecord save = new SaveRecord(stranger, clock);
            for (int i = 1; i <= 4; i++) {
                save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("NAR-000" + i))));
            }
            new ExportBundle(stranger, clock)
                    .export(new ExportBundle.Order(
                            folder.resolve("naryn-2026-05.jailoo"), List.of(notebook.card()), ExportBundle.Choice.ALL));
        } catch (ExportBundle.ReceiverRefused e) {
            throw new IOException(e);
        }
        Files.write(folder.resolve("uchastniki.csv"), """
                Жолугушуунун катышуучулары;;;;;;
                Код;Аты-жөнү;Жынысы;Туулган жылы;Облусу;Айылы;Ролу
                B-01;Үмүтай Өмүрова;аял;1985;Ысык-Көл облусу;Барскоон;мугалим;
                B-02;Бакыт Сыдыков;эркек;04.05.1990;Иссык-Кульская область;Тосор;активист
                B-03;Нургүл Асанова;аялзат;85;Ысык-Көл;Тосор;мигрант, НПО

                ;Жаңыл Токтоева;ж;1971;Ысык-Көл;Кичи-Жаргылчак;аялдар комитети
                """.getBytes(Charset.forName("UTF-16")));
        SampleData.copy(SampleData.CUT, folder);
        SampleData.copy(SampleData.AGAIN, folder);
        return found;
    }

    private static ListRecords.Row firstOfPlan(Notebook notebook, String plan) {
        ListRecords list = new ListRecords(notebook);
        Query query = Query.of("recommendation");
        for (ListRecords.Page page = list.page(query); ; page = list.page(query)) {
            for (ListRecords.Row row : page.rows()) {
                if (plan.equals(text(row, "plan"))
                        && Json.of(1).equals(row.state().values().get("number"))) {
                    return row;
                }
            }
            query = query.from(query.offset() + page.rows().size());
            if (page.rows().isEmpty()) {
                throw new IllegalStateException("the sample has no plan " + plan);
            }
        }
    }

    private static String text(ListRecords.Row row, String field) {
        return row.state().values().get(field) instanceof Json.Text text ? text.value() : "";
    }

    private static String first(Notebook notebook, Query query) {
        return Optional.of(new ListRecords(notebook).page(query)).stream()
                .flatMap(page -> page.rows().stream())
                .map(ListRecords.Row::record)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the sample has no such record: " + query));
    }
}
