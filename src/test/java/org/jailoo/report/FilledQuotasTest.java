package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** The short walk counts as the long one does, whatever is left out, contradicted, declined or said to be the same person. */
class FilledQuotasTest {
    private static final long SEED = Long.getLong("jailoo.seed", 20230704);
    private static final List<String> SEXES = List.of("female", "male", "");
    private static final List<String> REGIONS = List.of("KG02000000000", "KG06000000000", "");
    private static final List<String> CONSENTS = List.of(
            "{'given':'yes','purposes':['keep','statistics']}",
            "{'given':'yes','purposes':['keep','statistics']}",
            "{'given':'yes','purposes':['keep','statistics'],'expires':'2020'}",
            "{'given':'yes','purposes':['statistics']}",
            "{'given':'yes','purposes':['keep']}",
            "{'given':'declined'}",
            "{'given':'pending'}");

    private final Random random = new Random(SEED);

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String member(String name, String value) {
        return value.isEmpty() ? "" : ",'" + name + "':'" + value + "'";
    }

    private String quota() {
        String age = random.nextInt(3) == 0 ? ",'ageFrom':" + random.nextInt(40) + ",'ageTo':" + (40 + random.nextInt(30)) : "";
        return "," + States.item("quotas") + "{'target':" + random.nextInt(9) + member("sex", one(SEXES))
                + member("adm1", one(REGIONS)) + age + "}";
    }

    private States drawn() {
        States states = new States();
        List<String> campaigns = new ArrayList<>(List.of(""));
        for (int i = 0; i < 3; i++) {
            StringBuilder body = new StringBuilder("{'title':'T" + i + "','start':'202" + i + "'");
            for (int q = random.nextInt(4); q > 0; q--) {
                body.append(quota());
            }
            campaigns.add(states.add("campaign", body.append('}').toString()));
        }
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String same = people.isEmpty() || random.nextInt(5) > 0
                    ? ""
                    : ",'" + (random.nextInt(4) > 0 ? "sameAs" : "notSameAs") + "/" + one(people) + "':true";
            String born = random.nextInt(3) == 0
                    ? member("ageBand", one(List.of("0-17", "18-24", "35-44")))
                    : ",'birthYear':" + (1950 + random.nextInt(65));
            people.add(states.add(
                    "participant",
                    "{'code':'P" + i + "'" + member("sex", one(SEXES)) + born + ",'place':{'country':'KG'"
                            + member("adm1", one(REGIONS)) + "}" + same + (random.nextInt(15) == 0 ? ",'deleted':true" : "")
                            + "}"));
        }
        for (int i = 0; i < 60; i++) {
            Set<String> two = new TreeSet<>();
            for (int p = random.nextInt(3); p > 0; p--) {
                two.add(one(people));
            }
            String named = two.stream().map(id -> ",'participants/" + id + "':true").collect(Collectors.joining());
            states.add(
                    "interview",
                    "{'consent':" + one(CONSENTS) + member("campaign", one(campaigns))
                            + member("date", one(List.of("2021-05-06", "2022", "")))
                            + ",'place':{'country':'KG'" + member("adm1", one(REGIONS)) + "}" + named + "}");
            if (random.nextInt(8) == 0) {
                states.add(
                        org.jailoo.record.RecordId.random(),
                        "interview",
                        "{'consent':" + one(CONSENTS) + member("campaign", one(campaigns)) + named + "}",
                        "{'consent':" + one(CONSENTS) + ",'date':'2021-01-01'" + named + "}");
            }
        }
        states.add("focusGroup", "{'title':'Жыйын'}");
        return states;
    }

    @Test
    void whatTheFirstPageCountsIsWhatTheTablesCount() {
        Schema schema = Schema.standard();
        long reached = 0;
        for (int i = 0; i < 60; i++) {
            States states = drawn();
            for (Audience audience : Audience.values()) {
                Asked asked = new Asked(audience, LocalDate.of(2023, 7, 4), Words.of("en"));
                List<QuotaCount.OfCampaign> quotas = FilledQuotas.of(states, schema, asked);
                assertThat(quotas)
                        .as("seed %s, notebook %s, %s", SEED, i, audience)
                        .isEqualTo(Facts.of(states, schema, asked).quotas());
                reached += quotas.stream()
                        .flatMap(c -> c.quotas().stream())
                        .mapToLong(QuotaCount::reached)
                        .sum();
            }
        }
        assertThat(reached).as("quotas were reached at all").isGreaterThan(500);
    }
}
