package org.jailoo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ExportWorkbook.Order;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.report.Content;
import org.jailoo.report.CsvSeparator;

/**
 * The data workbook of a notebook beside the same rows written by bare loops, which read them from the CSV that the
 * program writes first.
 */
final class Workbooks {
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;

    private final Sizes sizes;
    private final Path folder;
    private final Path csv;

    Workbooks(Sizes sizes, Path folder) {
        this.sizes = sizes;
        this.folder = folder;
        this.csv = folder.resolve("csv");
    }

    Comparison all() throws Exception {
        Path book = folder.resolve("data.xlsx");
        try (Notebook notebook = TestDoor.create(folder.resolve("large"), "bench")) {
            new LargeNotebook(notebook, Clock.systemUTC()).fill(sizes.interviews());
            ExportWorkbook export = new ExportWorkbook(notebook, Clock.systemUTC(), ZoneOffset.UTC);
            export.csv(order(csv), CsvSeparator.COMMA, Steps.UNWATCHED);
            return new Comparison(String.format("data workbook of %,d interviews", sizes.interviews()))
                    .ours("our data workbook", written(book, () -> export.export(order(book), Steps.UNWATCHED)))
                    .floor("bare fastexcel loop over the same rows", written(book, () -> fastexcel(book)))
                    .floor("bare SXSSF loop, whose rows lie in clear on the disk", written(book, () -> sxssf(book)))
                    .floor("reading the rows, in each of the loops", Comparison.all(() -> each((sheet, row, fields) -> {})))
                    .run(sizes.rounds());
        }
    }

    private static Order order(Path out) {
        return new Order(out, Audience.TEAM, "ky", Content.DATA, null);
    }

    private static Comparison.Run written(Path book, Comparison.Work work) {
        return () -> {
            double seconds = Comparison.seconds(work);
            Files.delete(book);
            return seconds;
        };
    }

    private interface Taker {
        void take(String sheet, int row, CSVRecord fields) throws IOException;
    }

    private void each(Taker taker) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(csv)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName()).replace(".csv", "");
            String sheet = name.substring(0, Math.min(name.length(), LONGEST_NAME));
            try (BufferedReader reader = Files.newBufferedReader(file);
                    CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
                int row = 0;
                for (CSVRecord fields : parser) {
                    taker.take(sheet, row, fields);
                    row++;
                }
            }
        }
    }

    private void fastexcel(Path book) throws IOException {
        try (OutputStream out = Files.newOutputStream(book);
                Workbook workbook = new Workbook(out, "bench", null)) {
            Worksheet[] open = new Worksheet[1];
            each((name, row, fields) -> {
                if (row == 0) {
                    if (open[0] != null) {
                        open[0].finish();
                    }
                    open[0] = workbook.newWorksheet(name);
                }
                for (int i = 0; i < fields.size(); i++) {
                    String text = fields.get(i);
                    if (isNumber(text)) {
                        open[0].value(row, i, Integer.parseInt(text));
                    } else if (!text.isEmpty()) {
                        open[0].inlineString(row, i, cut(text));
                    }
                }
                if (row % 100 == 99) {
                    open[0].flush();
                }
            });
            open[0].finish();
        }
    }

    private void sxssf(Path book) throws IOException {
        try (OutputStream out = Files.newOutputStream(book);
                SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet[] open = new SXSSFSheet[1];
            each((name, row, fields) -> {
                if (row == 0) {
                    open[0] = workbook.createSheet(name);
                }
                Row cells = open[0].createRow(row);
                for (int i = 0; i < fields.size(); i++) {
                    String text = fields.get(i);
                    if (isNumber(text)) {
                        cells.createCell(i).setCellValue(Integer.parseInt(text));
                    } else if (!text.isEmpty()) {
                        cells.createCell(i).setCellValue(cut(text));
                    }
                }
            });
            workbook.write(out);
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
