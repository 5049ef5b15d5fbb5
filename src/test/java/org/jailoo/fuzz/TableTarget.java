package org.jailoo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jailoo.intake.CellMeaning;
import org.jailoo.intake.CellReader;
import org.jailoo.intake.Encoding;
import org.jailoo.intake.Grid;
import org.jailoo.intake.Headings;
import org.jailoo.intake.IntakeRefused;
import org.jailoo.intake.Progress;
import org.jailoo.intake.Row;
import org.jailoo.intake.Separator;
import org.jailoo.intake.TableFile;
import org.jailoo.intake.TableFile.How;
import org.jailoo.intake.TableFile.ReadTable;
import org.jailoo.intake.Targets;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The reader of tables with the bytes of a file: as the program thinks best, and as a person might choose. */
public final class TableTarget {
    private static final Schema SCHEMA = Schema.standard();
    private static final CellReader CELLS = new CellReader(SCHEMA);
    private static final List<org.jailoo.intake.Target> PARTICIPANT = Targets.of(SCHEMA, "participant");
    private static final List<org.jailoo.intake.Target> RECOMMENDATION = Targets.of(SCHEMA, "recommendation");
    private static final List<Headings> HEADINGS = List.of(new Headings(PARTICIPANT), new Headings(RECOMMENDATION));
    private static final int LOOKED_AT = 24;

    private TableTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(TableTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        ReadTable table = read(input, How.RECOGNISED);
        if (table == null || table.encoding() != null) {
            // A person may choose any of these; which ones are tried depends on the bytes alone.
            int sum = java.util.Arrays.hashCode(input);
            Encoding encoding = one(Encoding.values(), sum);
            Separator separator = one(Separator.values(), sum >> 8);
            look(read(input, new How(null, encoding, separator)));
        }
        look(table);
    }

    private static <T> T one(T[] choices, int number) {
        return choices[Math.floorMod(number, choices.length)];
    }

    static @Nullable ReadTable read(byte[] input, How how) throws Exception {
        try {
            return TableFile.read(Scene.file("table", input), how, Progress.UNWATCHED);
        } catch (IntakeRefused refused) {
            return null;
        }
    }

    /** What the next step does with a table, and what must hold of it. */
    static void look(@Nullable ReadTable table) throws Exception {
        if (table == null) {
            return;
        }
        Grid grid = table.grid();
        int number = 0;
        for (Row row : grid.rows()) {
            number++;
            Promise.equal(row.number(), number, "rows are counted without a gap");
        }
        for (int i = 0; i < 2; i++) {
            HEADINGS.get(i).columns(grid.rows().get(Math.max(0, HEADINGS.get(i).row(grid))), grid.columns());
            cells(grid, i == 0 ? PARTICIPANT : RECOMMENDATION);
        }
        if (grid.columns() > 1) {
            writtenAgain(grid);
        }
    }

    private static void cells(Grid grid, List<org.jailoo.intake.Target> targets) {
        int looked = 0;
        for (Row row : grid.rows()) {
            for (String cell : row.cells()) {
                if (!cell.isEmpty() && looked < LOOKED_AT) {
                    looked++;
                    Promise.holds(cell.indexOf('\0') < 0 && wellFormed(cell), "a cell holds what a record can hold");
                    // Each cell in some of the fields, all of them over a few cells.
                    for (int i = looked % 8; i < targets.size(); i += 8) {
                        CellMeaning meaning = CELLS.read(targets.get(i), cell);
                        Promise.holds(meaning != null, "a meaning, or that there is none");
                    }
                }
            }
        }
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
    }

    /** A table that was read, written as another program does, reads as the same. */
    private static void writtenAgain(Grid grid) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(
                        out,
                        CSVFormat.DEFAULT
                                .builder()
                                .setDelimiter(';')
                                .setQuoteMode(QuoteMode.ALL)
                                .get())) {
            out.write('\uFEFF');
            for (Row row : grid.rows()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < grid.columns(); i++) {
                    cells.add(row.cell(i));
                }
                printer.printRecord(cells);
            }
        }
        ReadTable again = read(bytes.toByteArray(), new How(null, Encoding.UTF_8, Separator.SEMICOLON));
        Promise.holds(again != null, "a table that was written is read");
        if (again != null) {
            Promise.equal(filled(again.grid()), filled(grid), "a table reads as the same again");
        }
    }

    /** The cells up to the last filled one of each row. */
    private static List<List<String>> filled(Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : grid.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            rows.add(cells);
        }
        return rows;
    }
}
