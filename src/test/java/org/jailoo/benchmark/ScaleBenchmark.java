package org.jailoo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What grows with a notebook: every use case over notebooks of several sizes, each size in a process of its own with
 * {@code -Xmx256m}. {@code FOLDER [only=word,word] SIZE...}; the folder holds what {@link ScaleNotebook} wrote, and is given
 * back as it was.
 */
public final class ScaleBenchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ScaleBenchmark() {}

    /**
     * How one use case went.
     *
     * @param seconds by the wall
     * @param cpu of the processor: whatever else the machine has to do does not count
     * @param heap the most that was left after a collection, in MB
     */
    private record Cost(double seconds, double cpu, long heap) {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int next = 1;
        String only = "";
        if (args[next].startsWith("only=")) {
            only = args[next++].substring("only=".length());
        }
        List<Integer> sizes = new ArrayList<>();
        while (next < args.length) {
            sizes.add(Integer.parseInt(args[next++]));
        }
        OUT.printf(
                "%d cores, Java %s, load at the beginning %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Map<String, Map<Integer, Cost>> table = new LinkedHashMap<>();
        for (int size : sizes) {
            run(folder, size, only)
                    .forEach((what, cost) ->
                            table.computeIfAbsent(what, w -> new TreeMap<>()).put(size, cost));
        }
        print(sizes, table);
        OUT.printf(
                "load at the end %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Map<String, Cost> run(Path folder, int size, String only) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ScaleUses.class.getName(),
                folder.toString(),
                String.valueOf(size),
                only));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Map<String, Cost> costs = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", -1);
                if (parts.length == 4) {
                    costs.put(
                            parts[0],
                            new Cost(
                                    Double.parseDouble(parts[1]),
                                    Double.parseDouble(parts[2]),
                                    Long.parseLong(parts[3])));
                    OUT.printf("%,9d  %s%n", size, line.replace("\t", "  "));
                } else {
                    OUT.println(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            OUT.println(size + " interviews: ended with " + process.exitValue());
        }
        return costs;
    }

    private static void print(List<Integer> sizes, Map<String, Map<Integer, Cost>> table) {
        StringBuilder text = new StringBuilder("\n| of the processor × the smallest (by the wall; MB of heap) |");
        sizes.forEach(size -> text.append(String.format(" %,d |", size)));
        text.append("\n|---|").append("---|".repeat(sizes.size())).append('\n');
        table.forEach((what, costs) -> {
            text.append("| ").append(what).append(" |");
            Cost first = costs.get(sizes.get(0));
            for (int size : sizes) {
                Cost cost = costs.get(size);
                text.append(
                        cost == null
                                ? " – |"
                                : String.format(
                                        Locale.ROOT,
                                        " %s × %s (%s; %d) |",
                                        seconds(cost.cpu()),
                                        first == null || first.equals(cost)
                                                ? "1"
                                                : String.format(Locale.ROOT, "%.1f", cost.cpu() / first.cpu()),
                                        seconds(cost.seconds()),
                                        cost.heap()));
            }
            text.append('\n');
        });
        OUT.println(text);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f" : seconds < 10 ? "%.2f" : "%.1f", seconds);
    }
}
