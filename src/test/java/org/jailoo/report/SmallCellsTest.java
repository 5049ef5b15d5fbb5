package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.report.States.COUNTED;
import static org.jailoo.report.States.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.jailoo.smallcells.Attacker;
import org.jailoo.smallcells.Printed;
import org.junit.jupiter.api.Test;

/** Whole notebooks for the public: what stands in all tables together, read by somebody who knows what tables mean. */
class SmallCellsTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final Schema SCHEMA = Schema.standard();
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);
    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> BANDS = List.of("18-24", "25-34", "35-44");
    private static final List<String> ROLES = List.of("farmer", "teacher", "activist");
    private static final List<String> CATEGORIES = List.of("migrant", "migrant-relative", "expert");
    private static final List<String> PLACES = List.of("Озёрное", "Өзгөн", "Ош", "Ысык-Ата");
    private static final List<String> VIOLATIONS = List.of("contract", "contract-none", "wage", "wage-delay");

    private static List<Table> tables(States states, Audience audience, String language) {
        return Facts.of(states, SCHEMA, new Asked(audience, TODAY, Words.of(language)))
                .tables();
    }

    private static <T> T one(List<T> of, Random random) {
        // The first are frequent, the last are rare.
        return of.get((int) (of.size() * Math.pow(random.nextDouble(), 2)));
    }

    private static States notebook(Random random) {
        States states = new States();
        List<String> campaigns = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            campaigns.add(states.add("campaign", "{'title':'Campaign " + i + "'}"));
        }
        int people = 5 + random.nextInt(90);
        for (int i = 0; i < people; i++) {
            states.add(
                    "participant",
                    "{'sex':'" + one(SEXES, random) + "','ageBand':'" + one(BANDS, random)
                            + "','roles':['" + one(ROLES, random) + "'],'place':{'settlement':'"
                            + one(PLACES, random) + "'}}");
        }
        for (String campaign : campaigns) {
            int interviews = random.nextInt(80);
            for (int i = 0; i < interviews; i++) {
                states.add("interview", interview(campaign, random));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                StringBuilder grid = new StringBuilder();
                for (String sex : SEXES) {
                    for (String role : ROLES) {
                        grid.append(',')
                                .append(item("attendance"))
                                .append("{'sex':'" + sex + "','role':'" + role + "','ageBand':'" + one(BANDS, random)
                                        + "','count':" + random.nextInt(14) + "}");
                    }
                }
                states.add(
                        "focusGroup",
                        "{'campaign':'" + campaign + "','place':{'settlement':'" + one(PLACES, random) + "'}" + grid
                                + "}");
            }
        }
        return states;
    }

    private static String interview(String campaign, Random random) {
        if (random.nextInt(12) == 0) {
            return "{'campaign':'" + campaign + "','consent':{'given':'declined'}}";
        }
        StringBuilder body = new StringBuilder("{" + COUNTED + ",'campaign':'" + campaign + "','category':'"
                + one(CATEGORIES, random) + "','language':'" + (random.nextInt(5) == 0 ? "ru" : "ky")
                + "','date':'2023-0" + (1 + random.nextInt(3)) + "-10','asked':['contract','wage']");
        for (String code : VIOLATIONS) {
            if (random.nextInt(4) == 0) {
                body.append(',').append(item("violations")).append("{'code':'" + code + "'}");
            }
        }
        if (random.nextInt(6) == 0) {
            body.append(",'refusedToAnswer':['sexual-violence']");
        }
        return body.append('}').toString();
    }

    /** The tables of one notebook, the whole ones beside those that the public gets, as names of numbers. */
    private static final class Reader {
        private final Printed printed = new Printed();
        private final BitSet hidden = new BitSet();
        private final Map<String, Long> totals = new TreeMap<>();

        void take(Table full, Table seen) {
            if (!full.counted().ofPeople()) {
                return;
            }
            String[] key = full.key().split("/", -1);
            String campaign = key.length > 1 ? key[1] : "";
            if (key[0].startsWith("attendance-") || key[0].startsWith("participants-")) {
                grid(full, seen, key[0].substring(0, key[0].indexOf('-')) + "/" + campaign, key[0]);
            } else if (key[0].startsWith("interviews-") && !key[0].startsWith("interviews-violation")) {
                List<Integer> parts = new ArrayList<>();
                for (int row = 0; row < full.rows().size() - 1; row++) {
                    parts.add(number(full, seen, row, 1, key[0] + "/" + campaign + " " + text(full, row, 0)));
                    share(full, seen, row, 2);
                }
                int all = number(full, seen, full.rows().size() - 1, 1, "interviews/" + campaign);
                printed.sum(all, parts);
                totals.put(campaign, 0L);
            } else if (key[0].equals("violations")) {
                violations(full, seen, campaign);
            } else if (key[0].equals("records")) {
                records(full, seen);
            } else if (key[0].equals("left-out")) {
                for (int row = 0; row < full.rows().size(); row++) {
                    number(full, seen, row, 2, "left out " + text(full, row, 0) + " " + text(full, row, 1));
                }
            }
        }

        private void grid(Table full, Table seen, String subject, String by) {
            int last = full.rows().size() - 1;
            int end = full.columns().size() - 1;
            List<Integer> rowTotals = new ArrayList<>();
            Map<Integer, List<Integer>> down = new HashMap<>();
            for (int row = 0; row < last; row++) {
                String place = text(full, row, 0);
                List<Integer> across = new ArrayList<>();
                for (int column = 1; column < end; column++) {
                    int cell = number(full, seen, row, column, subject + by + place + column);
                    across.add(cell);
                    down.computeIfAbsent(column, c -> new ArrayList<>()).add(cell);
                }
                int total = number(full, seen, row, end, subject + place);
                printed.sum(total, across);
                rowTotals.add(total);
            }
            List<Integer> columnTotals = new ArrayList<>();
            for (int column = 1; column < end; column++) {
                int total = number(full, seen, last, column, subject + by + column);
                printed.sum(total, down.getOrDefault(column, List.of()));
                columnTotals.add(total);
            }
            int all = number(full, seen, last, end, subject);
            printed.sum(all, columnTotals);
            printed.sum(all, rowTotals);
        }

        private void violations(Table full, Table seen, String campaign) {
            Map<Integer, Integer> named = new HashMap<>();
            Map<Integer, Integer> known = new HashMap<>();
            int all = number("interviews/" + campaign);
            for (int row = 0; row < full.rows().size(); row++) {
                String code = "violation/" + campaign + text(full, row, 0).strip();
                int depth = (text(full, row, 0).length()
                                - text(full, row, 0).stripLeading().length())
                        / 2;
                int names = number(full, seen, row, 1, code + " named");
                int knows = number(full, seen, row, 2, code + " known");
                share(full, seen, row, 3);
                int refused = number(full, seen, row, 4, code + " refused");
                int not = number(full, seen, row, 5, code + " not asked");
                printed.within(knows, List.of(names));
                if (all >= 0) {
                    printed.sum(all, List.of(knows, refused, not));
                }
                if (depth > 0) {
                    printed.within(named.getOrDefault(depth - 1, names), List.of(names));
                    printed.within(known.getOrDefault(depth - 1, knows), List.of(knows));
                }
                named.put(depth, names);
                known.put(depth, knows);
            }
        }

        private void records(Table full, Table seen) {
            int last = full.rows().size() - 1;
            List<List<Integer>> down = new ArrayList<>();
            for (int row = 0; row <= last; row++) {
                String type = text(full, row, 0);
                List<Integer> cells = new ArrayList<>();
                for (int column = 1; column < full.columns().size(); column++) {
                    cells.add(number(full, seen, row, column, "records " + type + column));
                }
                down.add(cells);
                if (type.equals("Interviews")) {
                    List<Integer> campaigns = new ArrayList<>();
                    totals.keySet().forEach(campaign -> campaigns.add(number("interviews/" + campaign)));
                    if (!campaigns.isEmpty()) {
                        printed.sum(cells.get(6), campaigns);
                    }
                    int declined = number("left out Interviews consent declined");
                    if (declined >= 0) {
                        printed.sum(cells.get(0), List.of(cells.get(1), cells.get(2), cells.get(6), declined));
                    }
                }
            }
            for (int column = 0; column < down.get(0).size(); column++) {
                int at = column;
                printed.sum(
                        down.get(last).get(column),
                        down.subList(0, last).stream().map(row -> row.get(at)).toList());
            }
        }

        private static String text(Table table, int row, int column) {
            return ((Cell.Text) table.rows().get(row).cells().get(column)).value();
        }

        /** A number that was read before; -1 if there is none of that name. */
        private int number(String name) {
            return printed.place(name);
        }

        private int number(Table full, Table seen, int row, int column, String name) {
            Cell.Count count = (Cell.Count) full.rows().get(row).cells().get(column);
            boolean ofPeople =
                    !List.of("Campaigns", "Focus groups and meetings").contains(text(full, row, 0));
            int number = printed.number(name, count.value(), ofPeople);
            Cell other = seen.rows().get(row).cells().get(column);
            boolean isHidden = other instanceof Cell.Hidden;
            if (!isHidden) {
                assertThat(other).as(name).isEqualTo(count);
            }
            if (printed.met(number)) {
                assertThat(hidden.get(number))
                        .as("hidden here and there: " + name)
                        .isEqualTo(isHidden);
            }
            hidden.set(number, isHidden);
            return number;
        }

        private void share(Table full, Table seen, int row, int column) {
            Cell share = seen.rows().get(row).cells().get(column);
            boolean both = seen.rows().get(row).cells().get(column - 1) instanceof Cell.Hidden;
            if (both) {
                assertThat(share).as(full.key()).isNotInstanceOf(Cell.Share.class);
            }
        }
    }

    @Test
    void fromAllTablesTogetherThePublicComputesNothing() {
        int hidden = 0;
        int small = 0;
        for (int seed = 0; seed < (LONG ? 300 : 12); seed++) {
            States notebook = notebook(new Random(seed));
            List<Table> all = tables(notebook, Audience.TEAM, "en");
            List<Table> seen = tables(notebook, Audience.PUBLIC, "en");
            Map<String, Table> byKey = new HashMap<>();
            seen.forEach(table -> byKey.put(table.key(), table));
            Reader reader = new Reader();
            List<Table> order = new ArrayList<>(all);
            order.sort(Comparator.comparing(SmallCellsTest::late));
            for (Table table : order) {
                Table other = byKey.get(table.key());
                if (other != null && !table.key().equals("not-shown")) {
                    reader.take(table, other);
                }
            }
            assertThat(new Attacker(reader.printed, 11, reader.hidden).finds())
                    .as("seed " + seed)
                    .isEmpty();
            hidden += reader.hidden.cardinality();
            small += reader.printed.small(11).cardinality();
        }
        assertThat(hidden).isGreaterThan(small);
    }

    /** What is made up of numbers of other tables is read after them. */
    private static int late(Table table) {
        return table.key().equals("records") ? 2 : table.key().startsWith("violations/") ? 1 : 0;
    }

    @Test
    void everyLanguageHidesTheSame() {
        States notebook = notebook(new Random(3));
        List<String> english = hiddenNames(notebook, "en");
        assertThat(english).isNotEmpty().isEqualTo(hiddenNames(notebook, "ru")).isEqualTo(hiddenNames(notebook, "ky"));
    }

    /** Which numbers a language hides, whatever the order of its rows. */
    private static List<String> hiddenNames(States notebook, String language) {
        Map<String, Table> full = new HashMap<>();
        tables(notebook, Audience.TEAM, language).forEach(table -> full.put(table.key(), table));
        List<String> names = new ArrayList<>();
        for (Table table : tables(notebook, Audience.PUBLIC, language)) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    Table all = full.get(table.key());
                    if (all != null
                            && table.rows().get(row).cells().get(column) instanceof Cell.Hidden
                            && all.rows().get(row).cells().get(column) instanceof Cell.Count count) {
                        names.add(count.quantity().toString());
                    }
                }
            }
        }
        names.sort(null);
        return names;
    }

    @Test
    void everyNumberOfPeopleHasAName() {
        States notebook = notebook(new Random(4));
        for (Table table : tables(notebook, Audience.TEAM, "en")) {
            for (Table.Row row : table.rows()) {
                for (Cell cell : row.cells()) {
                    if (table.counted().ofPeople() && cell instanceof Cell.Count count) {
                        assertThat(count.quantity()).as(table.key()).isNotEqualTo(Quantity.NONE);
                    }
                }
            }
        }
    }

    @Test
    void theTeamSeesEveryNumberAndPartnersMoreThanThePublic() {
        States notebook = notebook(new Random(5));
        assertThat(hidden(tables(notebook, Audience.TEAM, "en"))).isZero();
        long partners = hidden(tables(notebook, Audience.PARTNERS, "en"));
        assertThat(partners).isPositive().isLessThan(hidden(tables(notebook, Audience.PUBLIC, "en")));
    }

    private static long hidden(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> Stream.concat(
                        table.missing().stream().map(Missing::number),
                        table.rows().stream().flatMap(row -> row.cells().stream())))
                .filter(Cell.Hidden.class::isInstance)
                .count();
    }

    @Test
    void whereSomethingIsHiddenANoteSaysWhat() {
        for (Table table : tables(notebook(new Random(6)), Audience.PUBLIC, "en")) {
            boolean noted = table.notes().stream().anyMatch(note -> note.startsWith("* stands for a number under 11"));
            assertThat(noted).as(table.key()).isEqualTo(hidden(List.of(table)) > 0);
        }
    }
}
