package org.jailoo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * The data workbook of a large notebook beside the same rows written by bare loops: {@code NOTEBOOK FOLDER ROUNDS [INTERVIEWS]}. The
 * notebook is made where there is none. The loops read the rows from the CSV that this program writes first; how long that
 * reading takes alone is told as well.
 */
final class WorkbookBenchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private final Path csv;
    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private final Map<String, Long> heap = new TreeMap<>();

    private WorkbookBenchmark(Path folder) {
        this.folder = folder;
        this.csv = folder.resolve("csv");
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        WorkbookBenchmark benchmark = new WorkbookBenchmark(Files.createDirectories(Path.of(args[1])));
        try (Notebook notebook = Files.exists(file) ? TestDoor.open(file) : TestDoor.create(file, "bench")) {
            if (args.length > 3) {
                new LargeNotebook(notebook, Clock.systemUTC()).fill(Integer.parseInt(args[3]));
            }
            benchmark.run(notebook, Integer.parseInt(args[2]));
        }
    }

    private void run(Notebook notebook, int rounds) throws Exception {
        ExportWorkbook export = new ExportWorkbook(notebook, Clock.systemUTC(), ZoneOffset.UTC);
        Order order = new Order(csv, Audience.TEAM, "ky", Content.DATA, null);
        if (Files.notExists(csv)) {
            time("our CSV", () -> export.csv(order, CsvSeparator.COMMA, Steps.UNWATCHED));
        }
        for (int round = 0; round < rounds; round++) {
            Path book = folder.resolve("data.xlsx");
            Order data = new Order(book, Audience.TEAM, "ky", Content.DATA, null);
            time("our data workbook", () -> export.export(data, Steps.UNWATCHED));
            said(book);
            time("bare fastexcel", () -> fastexcel(book));
            said(book);
            time("bare SXSSF", () -> sxssf(book));
            said(book);
            time("reading the CSV alone", () -> each((sheet, row, fields) -> {}));
            time(
                    "our data workbook, with a password",
                    () -> export.export(data, "бир эки үч төрт".toCharArray(), Steps.UNWATCHED));
            said(book);
        }
        double floor = median("bare fastexcel");
        seconds.forEach((what, all) -> OUT.printf(
                Locale.ROOT,
                "%-36s %7.1f s of the processor  %5.2f × fastexcel  %4d MB after collections%n",
                what,
                median(what),
                median(what) / floor,
                heap.getOrDefault(what, 0L)));
    }

    private static void said(Path book) throws IOException {
        OUT.printf("    %,d bytes%n", Files.size(book));
        Files.delete(book);
    }

    private double median(String what) {
        List<Double> all = new ArrayList<>(seconds.getOrDefault(what, List.of(0.0)));
        all.sort(Comparator.naturalOrder());
        return all.get(all.size() / 2);
    }

    private interface Work {
        void run() throws Exception;
    }

    private void time(String what, Work work) throws Exception {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Watch watch = new Watch();
        watch.start();
        long before = System.nanoTime();
        long worked = cpu();
        work.run();
        double took = (System.nanoTime() - before) / 1e9;
        double cpu = (cpu() - worked) / 1e9;
        watch.interrupt();
        watch.join();
        // Of the processor: whatever else the machine has to do does not count.
        seconds.computeIfAbsent(what, w -> new ArrayList<>()).add(cpu);
        heap.merge(what, watch.most / MEGABYTE, Math::max);
        OUT.printf(
                Locale.ROOT,
                "%-36s %7.1f s, of the processor %7.1f s  %d MB%n",
                what,
                took,
                cpu,
                watch.most / MEGABYTE);
    }

    /** All threads', collections included. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** The most that was left after any collection, as often as one can look. */
    private static final class Watch extends Thread {
        private volatile long most;

        Watch() {
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!isInterrupted()) {
                long left = 0;
                for (MemoryPoolMXBean pool : pools()) {
                    MemoryUsage after = pool.getCollectionUsage();
                    left += after == null ? 0 : after.getUsed();
                }
                most = Math.max(most, left);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private interface Field {
        void take(String sheet, int row, CSVRecord fields) throws IOException;
    }

    private void each(Field field) throws IOException {
        try (Stream<Path> all = Files.list(csv)) {
            for (Path file : all.sorted().toList()) {
                String sheet = String.valueOf(file.getFileName()).replace(".csv", "");
                try (BufferedReader reader = Files.newBufferedReader(file);
                        CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
                    int row = 0;
                    for (CSVRecord fields : parser) {
                        field.take(sheet, row, fields);
                        row++;
                    }
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
                    open[0] = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
                }
                for (int i = 0; i < fields.size(); i++) {
                    String text = fields.get(i);
                    if (isNumber(text)) {
                        open[0].value(row, i, Integer.parseInt(text));
                    } else if (!text.isEmpty()) {
                        open[0].inlineString(row, i, text.length() > 32_767 ? text.substring(0, 32_767) : text);
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
                    open[0] = workbook.createSheet(name.length() > 31 ? name.substring(0, 31) : name);
                }
                Row cells = open[0].createRow(row);
                for (int i = 0; i < fields.size(); i++) {
                    String text = fields.get(i);
                    if (isNumber(text)) {
                        cells.createCell(i).setCellValue(Integer.parseInt(text));
                    } else if (!text.isEmpty()) {
                        cells.createCell(i).setCellValue(text.length() > 32_767 ? text.substring(0, 32_767) : text);
                    }
                }
            });
            workbook.write(out);
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
