package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.app.HandoverChecks.Check;
import org.jailoo.app.HomeScan.Found;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jailoo.report.QuotaCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeScanTest {
    private static final String WOMEN = RecordId.random();
    private static final String OLD = RecordId.random();

    @TempDir
    Path folder;

    private static Found scan(Laptop laptop) {
        return new HomeScan(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC).scan((done, all) -> {});
    }

    @Test
    void quotasAreCountedAsInTheWorkbook() {
        try (Laptop a = Laptop.create(folder, "A7")) {
            String campaign = a.save(
                            a.form("campaign", null),
                            Map.of(
                                    "title",
                                    Json.of("Талаа"),
                                    "end",
                                    Json.of("2024-05"),
                                    "quotas/" + WOMEN,
                                    Json.object(Map.of("sex", Json.of("female"), "target", Json.of(1L))),
                                    "quotas/" + OLD,
                                    Json.object(Map.of("ageFrom", Json.of(60L), "target", Json.of(3L)))))
                    .form()
                    .record();
            for (int i = 0; i < 2; i++) {
                String person = a.save(
                                a.form("participant", null),
                                Map.of("sex", Json.of("female"), "birthYear", Json.of(1960 + i * 20L)))
                        .form()
                        .record();
                a.save(
                        a.form("interview", null),
                        Map.of(
                                "campaign",
                                Json.of(campaign),
                                "date",
                                Json.of("2024-05-01"),
                                "consent",
                                Json.object(
                                        Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("statistics")))),
                                "participants/" + person,
                                Json.TRUE));
            }
            Found found = scan(a);
            assertThat(found.quotas()).singleElement().satisfies(each -> {
                assertThat(each.title()).isEqualTo("Талаа");
                assertThat(each.isRunning(found.today())).isTrue();
                assertThat(each.isRunning("2024-06-01")).isFalse();
                assertThat(each.quotas())
                        .extracting(QuotaCount::sex, QuotaCount::target, QuotaCount::reached)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("female", 1L, 2L),
                                org.assertj.core.groups.Tuple.tuple("", 3L, 1L));
            });
            assertThat(found.lacking().keySet()).containsExactly(Check.PLACE);
            assertThat(found.lacking().get(Check.PLACE)).satisfies(lacking -> {
                assertThat(lacking.count()).isEqualTo(2);
                assertThat(lacking.first()).hasSize(2);
            });
        }
    }

    @Test
    void onlyWhatTheLeadHasNotReceivedIsLookedThrough() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "lead");
        try (Laptop a = all.get(0);
                Laptop lead = all.get(1)) {
            new Lead(a.notebook).name(lead.device());
            a.writes("participant", "sex", "female");
            assertThat(scan(a).lacking()).containsOnlyKeys(Check.AGE);
            lead.writes("participant", "code", "L-1");
            lead.takes(a.export(ExportBundle.Choice.ALL, lead));
            String before = scan(a).stamp();
            a.takes(lead.export(ExportBundle.Choice.ALL, a));
            assertThat(new HomeScan(a.notebook, Laptop.CLOCK, ZoneOffset.UTC).stamp())
                    .isNotEqualTo(before);
            assertThat(scan(a).lacking()).isEmpty();
        }
    }

    @Test
    void withoutALeadOnlyWhatWasWrittenHereIsLookedThrough() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "B2");
        try (Laptop a = all.get(0);
                Laptop b = all.get(1)) {
            b.writes("participant", "code", "B-1");
            a.takes(b.export(ExportBundle.Choice.ALL, a));
            assertThat(scan(a).lacking()).isEmpty();
            a.writes("participant", "code", "A-1");
            assertThat(scan(a).lacking().get(Check.SEX))
                    .satisfies(l -> assertThat(l.count()).isEqualTo(1));
        }
    }

    @Test
    void whatALongWalkFoundIsThereAfterTheNextUnlockingAndGoesWithAnErasure() throws Exception {
        try (Laptop a = Laptop.create(folder, "A7")) {
            String campaign = a.save(
                            a.form("campaign", null),
                            Map.of(
                                    "title",
                                    Json.of("Талаа"),
                                    "quotas/" + WOMEN,
                                    Json.object(Map.of("sex", Json.of("female"), "target", Json.of(1L))),
                                    "quotas/" + OLD,
                                    Json.object(Map.of(
                                            "ageFrom", Json.of(60L), "ageTo", Json.of(70L), "target", Json.of(3L)))))
                    .form()
                    .record();
            String interview = a.save(a.form("interview", null), Map.of("campaign", Json.of(campaign)))
                    .form()
                    .record();
            HomeScan scan = new HomeScan(a.notebook, Laptop.CLOCK, ZoneOffset.UTC);
            assertThat(scan.kept()).isEmpty();
            Found found = scan(a);
            scan.keep(found);
            assertThat(scan.kept()).contains(found);
            assertThat(found.lacking()).isNotEmpty();
            // A record that is gone is not named any more; what came since shows in the stamp alone.
            a.save(a.form("interview", interview), Map.of("deleted", Json.TRUE));
            assertThat(scan.kept()).hasValueSatisfying(kept -> {
                assertThat(kept.stamp()).isEqualTo(found.stamp()).isNotEqualTo(scan.stamp());
                assertThat(Objects.requireNonNull(kept.lacking().get(Check.DATE))
                                .first())
                        .isEmpty();
            });
            new PurgeRecord(a.notebook, Laptop.CLOCK).purge(interview);
            assertThat(scan.kept()).isEmpty();
            scan.keep(found);
            assertThat(scan.kept()).as("of before the erasure").isEmpty();
            scan.keep(scan(a));
            assertThat(scan.kept()).isPresent();
            scan.keepNone();
            assertThat(scan.kept()).isEmpty();
        }
    }
}
