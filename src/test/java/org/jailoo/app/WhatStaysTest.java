package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.Exported;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export says of what it keeps here, and of what lies open in a file that anybody can read. */
class WhatStaysTest {
    @TempDir
    Path folder = Path.of("");

    private int files;

    private Exported export(Laptop from, Choice choice, Laptop... to) throws Exception {
        Path out = folder.resolve(++files + (to.length == 0 ? ".json" : ".jailoo"));
        return new ExportBundle(from.notebook, Laptop.CLOCK)
                .export(new ExportBundle.Order(
                        out, Arrays.stream(to).map(Laptop::card).toList(), choice));
    }

    private static void testimony(Laptop laptop, String given) {
        laptop.save(
                laptop.form("interview", null),
                Map.of(
                        "narrative",
                        Json.of("…"),
                        "consent",
                        Json.object(Map.of("given", Json.of(given), "purposes", Json.texts(List.of("keep"))))));
    }

    private static void records(Laptop laptop) throws Exception {
        laptop.writes("identity", "fullName", "…");
        laptop.writes("identity", "phone", "…");
        laptop.unknownType("…");
        testimony(laptop, "yes");
        testimony(laptop, "declined");
        laptop.writes("participant", "code", "P-1");
        laptop.writes("recommendation", "text", "…");
    }

    @Test
    void namesAndWhatNobodyKnowsStayAndItIsSaid() throws Exception {
        List<Laptop> both = Laptop.friends(folder, "A", "lead");
        try (Laptop a = both.get(0);
                Laptop lead = both.get(1)) {
            records(a);
            Exported codes = export(a, Choice.CODES, lead);
            assertThat(codes.stays())
                    .containsExactly(new Told("dream", Answer.UNKNOWN, 1), new Told("identity", Answer.NAMES, 2));
            assertThat(codes.openly()).isEmpty();
            // To the team a consent that was declined has to travel.
            Exported all = export(a, Choice.ALL, lead);
            assertThat(all.stays()).isEmpty();
            assertThat(all.openly()).isEmpty();
            assertThat(all.manifest().revisions()).isEqualTo(7);
            assertThat(export(a, Choice.CHANGES, lead).stays()).isEmpty();
        }
    }

    @Test
    void aFileThatAnybodyCanReadIsWholeAndSaysWhatLiesOpenInIt() throws Exception {
        try (Laptop a = Laptop.create(folder, "A")) {
            records(a);
            Exported plain = export(a, Choice.ALL);
            assertThat(plain.manifest().revisions()).isEqualTo(7);
            assertThat(plain.openly())
                    .containsExactly(
                            new Told("dream", Answer.UNKNOWN, 1),
                            new Told("identity", Answer.NAMES, 2),
                            new Told("interview", Answer.COUNTS_ONLY, 1),
                            new Told("interview", Answer.CONSENT_DECLINED, 1),
                            new Told("participant", Answer.COUNTS_ONLY, 1));
        }
    }
}
