package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jailoo.consent.Audience;
import org.jailoo.i18n.Messages;
import org.jailoo.record.Schema;
import org.jailoo.report.RandomNotebook.Leaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and workbooks of notebooks made at random hold no word that consent keeps back, and many that it lets through. */
class NothingLeaksTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int NOTEBOOKS = LONG ? 1_000 : 12;
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    @TempDir
    Path folder = Path.of("");

    private final Schema schema = small();
    private final Map<String, Words> languages = new HashMap<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();
    private final Map<String, Set<String>> allowed = new TreeMap<>();
    private long kept;

    @Test
    void noTableAndNoWorkbookHoldsWhatConsentKeepsBack() throws Exception {
        long seed = Long.getLong("jailoo.seed", 5_000);
        for (int n = 0; n < NOTEBOOKS; n++) {
            RandomNotebook notebook = new RandomNotebook(seed + n, true);
            for (Audience audience : Audience.values()) {
                for (String language : LONG ? Messages.LANGUAGES : List.of(Messages.LANGUAGES.get(n % 3))) {
                    Asked asked = new Asked(audience, TODAY, languages.computeIfAbsent(language, Words::of));
                    check(notebook, audience, tables(notebook, asked), "tables of " + (seed + n));
                    check(notebook, audience, workbook(notebook, asked), "workbook of " + (seed + n));
                    if (LONG || n % 5 == 0) {
                        check(notebook, audience, csv(notebook, asked), "CSV of " + (seed + n));
                    }
                }
            }
        }
        System.out.println("notebooks: " + NOTEBOOKS + ", leaves kept back: " + kept + ", kinds of leaves seen: "
                + seen.values().stream().mapToInt(Set::size).sum());
        Set<String> team = new TreeSet<>(allowed.getOrDefault("TEAM", Set.of()));
        team.removeAll(seen.getOrDefault("TEAM", Set.of()));
        // In their places stand plain facts, on which the rules hang.
        team.removeIf(
                name -> name.matches(
                        ".*\\.consent\\.(date|expires|given|guardianPresent|purposes|withdrawn)|interview.category|participant.birthYear"));
        assertThat(team).as("may be read by the team, and never was").isEmpty();
        assertThat(seen.get("PUBLIC"))
                .contains("campaign.title", "recommendation.text", "interview.violations.city", "focusGroup.title")
                .isEqualTo(seen.get("PARTNERS"));
    }

    /** The standard schema without the long lists of countries and languages, which hold nobody's words. */
    private static Schema small() {
        try (InputStream in = Schema.class.getResourceAsStream("/records.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String small = text.replaceAll("\\{\"from\": \"ISO[^\"]*\", \"first\": (\\[[^\\]]*\\])}", "$1");
            assertThat(small.length()).isLessThan(text.length() - 100);
            return Schema.read(new ByteArrayInputStream(small.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(RandomNotebook notebook, Audience audience, String output, String what) {
        WhoMayRead rules = new WhoMayRead(notebook);
        Set<String> found = RandomNotebook.wordsIn(output);
        List<String> leaked = new ArrayList<>();
        for (Leaf leaf : notebook.leaves().values()) {
            boolean may = rules.mayRead(leaf, audience);
            kept += may ? 0 : 1;
            if (may) {
                allowed.computeIfAbsent(audience.name(), a -> new TreeSet<>()).add(leaf.name());
            }
            if (found.contains(leaf.word())) {
                seen.computeIfAbsent(audience.name(), a -> new TreeSet<>()).add(leaf.name());
                if (!may) {
                    leaked.add(leaf.name() + " of " + leaf.record().consents);
                }
            }
        }
        assertThat(leaked).as("%s for %s", what, audience).isEmpty();
        if (audience != Audience.TEAM) {
            notebook.records().stream()
                    .filter(r -> !Set.of("campaign", "recommendation").contains(r.type()))
                    .forEach(r -> assertThat(output.contains(r.id())).isFalse());
        }
    }

    private String tables(RandomNotebook notebook, Asked asked) {
        StringBuilder all = new StringBuilder();
        for (Table table : Facts.of(notebook, schema, asked).tables()) {
            all.append(table).append('\n');
        }
        return all.toString();
    }

    private String csv(RandomNotebook notebook, Asked asked) throws IOException {
        About about = new About(TODAY.atStartOfDay(ZoneOffset.UTC), "test");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new CsvFiles(schema, asked, CsvSeparator.COMMA).data(notebook, about, name -> all);
        return all.toString(StandardCharsets.UTF_8);
    }

    private String workbook(RandomNotebook notebook, Asked asked) throws IOException {
        About about = new About(TODAY.atStartOfDay(ZoneOffset.UTC), "test");
        Path file = folder.resolve("workbook.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ReportWorkbook(schema, asked, about).write(notebook, out);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
