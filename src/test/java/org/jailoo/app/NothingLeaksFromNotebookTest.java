package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.SaveCopy.Withheld;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.paper.FormOrder;
import org.jailoo.record.RecordId;
import org.jailoo.report.RandomNotebook;
import org.jailoo.report.RandomNotebook.Leaf;
import org.jailoo.report.RandomNotebook.Made;
import org.jailoo.report.WhoMayRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves real notebooks, made at random, by every way out: workbook, form, copy of a file, bundle of codes. */
class NothingLeaksFromNotebookTest {
    private static final int NOTEBOOKS = "long".equals(System.getProperty("jailoo.size")) ? 1_000 : 6;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-10T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, byte[]> FILES = files();

    @TempDir
    Path folder = Path.of("");

    private final Map<String, Integer> yes = new TreeMap<>();
    private final Map<String, Integer> no = new TreeMap<>();

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("photo", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        files.put("record-audio", "#!AMR\n".getBytes(StandardCharsets.ISO_8859_1));
        files.put("keep", "a letter ".getBytes(StandardCharsets.ISO_8859_1));
        return files;
    }

    @Test
    void everyWayOutLetsThroughWhatConsentDoesAndNothingElse() throws Exception {
        long seed = Long.getLong("jailoo.seed", 9_000);
        for (int n = 0; n < NOTEBOOKS; n++) {
            RandomNotebook made = new RandomNotebook(seed + n, true);
            WhoMayRead rules = new WhoMayRead(made);
            Path own = Files.createDirectory(folder.resolve("n" + n));
            try (Laptop laptop = Laptop.create(own, "laptop")) {
                Map<String, Made> files = new TreeMap<>();
                for (Made record : made.records()) {
                    write(laptop, record, files);
                }
                for (Audience audience : Audience.values()) {
                    check(
                            made,
                            "workbook " + audience,
                            workbook(laptop, audience),
                            leaf -> rules.mayRead(leaf, audience));
                }
                check(made, "form", form(laptop, made), NothingLeaksFromNotebookTest::isPrinted);
                check(made, "codes", codes(laptop), NothingLeaksFromNotebookTest::travels);
                copies(laptop, rules, files);
            }
        }
        System.out.println("ways out: let through " + yes + ", kept back " + no);
        assertThat(yes.keySet())
                .containsExactlyInAnyOrder(
                        "workbook TEAM",
                        "workbook PARTNERS",
                        "workbook PUBLIC",
                        "form",
                        "codes",
                        "copy photo",
                        "copy record-audio",
                        "copy keep");
        assertThat(no.keySet()).isEqualTo(yes.keySet());
    }

    /** Writes a record as its revisions: one, and two beside each other where it contradicts itself. */
    private static void write(Laptop laptop, Made record, Map<String, Made> files) throws Exception {
        TreeMap<String, Json> first = new TreeMap<>();
        TreeMap<String, Json> left = new TreeMap<>();
        TreeMap<String, Json> right = new TreeMap<>();
        record.everything().forEach((path, all) -> {
            if (all.size() > 1) {
                left.put(path, all.get(0));
                right.put(path, all.get(1));
            } else if (!(all.get(0) instanceof Json.Null)) {
                first.put(path, all.get(0));
            }
        });
        if (record.type().equals("interview")) {
            for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
                byte[] bytes = (new String(file.getValue(), StandardCharsets.ISO_8859_1) + record.id())
                        .getBytes(StandardCharsets.ISO_8859_1);
                String sha256 = laptop.notebook
                        .attachments()
                        .store(new java.io.ByteArrayInputStream(bytes))
                        .sha256();
                // What the record says of the file is a lie: the bytes tell.
                first.put(
                        "attachments/" + RecordId.random(),
                        Json.object(Map.of("sha256", Json.of(sha256), "mediaType", Json.of("text/plain"))));
                files.put(file.getKey() + " " + sha256, record);
            }
        }
        List<String> none = record.isIncomplete() ? List.of("d".repeat(64)) : List.of();
        String id = laptop.foreign(record.id(), record.type(), none, Json.object(first), Map.of())
                .id();
        List<String> heads = new ArrayList<>(List.of(id));
        if (!left.isEmpty()) {
            heads.clear();
            for (TreeMap<String, Json> side : List.of(left, right)) {
                heads.add(laptop.foreign(record.id(), record.type(), List.of(id), Json.object(side), Map.of())
                        .id());
            }
        }
        if (record.isDeleted()) {
            laptop.foreign(
                    record.id(),
                    record.type(),
                    heads.stream().sorted().toList(),
                    Json.object(Map.of("deleted", Json.TRUE)),
                    Map.of());
        }
        if (record.isPurged()) {
            laptop.purges(record.id());
        }
    }

    private interface Rule {
        boolean may(Leaf leaf);
    }

    private void check(RandomNotebook made, String way, String output, Rule rule) {
        Set<String> found = RandomNotebook.wordsIn(output);
        Set<String> leaked = new TreeSet<>();
        for (Leaf leaf : made.leaves().values()) {
            boolean may = rule.may(leaf);
            boolean out = found.contains(leaf.word());
            if (out && !may) {
                leaked.add(leaf.record().type() + "." + leaf.field() + "." + leaf.member());
            }
            (out ? yes : no).merge(way, 1, Integer::sum);
        }
        assertThat(leaked).as(way).isEmpty();
    }

    private static boolean isPrinted(Leaf leaf) {
        return leaf.record().type().equals("campaign")
                && !leaf.record().isDeleted()
                && !leaf.record().isPurged()
                && (leaf.field().equals("title")
                        || (leaf.field().equals("consentScripts")
                                && Set.of("text", "version").contains(leaf.member())));
    }

    /** Bundles are for the team; consent that was taken back has to travel too. Only names stay, and what is not known. */
    private static boolean travels(Leaf leaf) {
        return !leaf.record().isPurged()
                && !Set.of("identity", "medicalReport").contains(leaf.record().type());
    }

    private static String workbook(Laptop laptop, Audience audience) throws Exception {
        Path out = laptop.file.resolveSibling(audience + ".xlsx");
        new ExportWorkbook(laptop.notebook, CLOCK, ZoneOffset.UTC)
                .export(new ExportWorkbook.Order(out, audience, "ky"), Steps.UNWATCHED);
        return unzipped(out);
    }

    private static String form(Laptop laptop, RandomNotebook made) throws Exception {
        StringBuilder all = new StringBuilder();
        PrintForms forms = new PrintForms(laptop.notebook);
        for (Made record : made.records()) {
            Path out = laptop.file.resolveSibling("form-" + record.id() + ".docx");
            forms.write(new PrintForms.Choice(FormOrder.Form.CONSENT, "ky", record.id()), out);
            all.append(unzipped(out));
            // Some language that somebody made up has words of consent.
            for (List<Json> values : record.everything().values()) {
                if (values.get(0) instanceof Json.Obj item && item.text("language") != null) {
                    forms.script(record.id(), String.valueOf(item.text("language")))
                            .ifPresent(script -> all.append(script.text()).append(script.version()));
                }
            }
        }
        return all.toString();
    }

    private static String codes(Laptop laptop) throws Exception {
        return Files.readString(laptop.plain(Choice.CODES));
    }

    private static String unzipped(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private void copies(Laptop laptop, WhoMayRead rules, Map<String, Made> files) throws Exception {
        SaveCopy copy = new SaveCopy(laptop.notebook, CLOCK, ZoneOffset.UTC);
        for (Map.Entry<String, Made> file : files.entrySet()) {
            String kind = file.getKey().split(" ", -1)[0];
            Made record = file.getValue();
            boolean may = !record.isDeleted()
                    && !record.isPurged()
                    && rules.agreed(record, "keep")
                    && rules.agreed(record, kind);
            Path target = laptop.file.resolveSibling("copy-" + file.getKey());
            boolean out;
            try {
                copy.save(file.getKey().split(" ", -1)[1], target, Steps.UNWATCHED);
                out = true;
            } catch (Withheld e) {
                out = false;
            }
            assertThat(out).as("%s of %s", kind, record.id()).isEqualTo(may);
            assertThat(Files.exists(target)).isEqualTo(may);
            (out ? yes : no).merge("copy " + kind, 1, Integer::sum);
        }
    }
}
