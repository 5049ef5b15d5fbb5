package org.jailoo.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Measures the program beside the floors of the same work, and prints tables in Markdown: {@code start}, {@code bundles},
 * {@code workbook}, or all of them. {@link Sizes} says how much.
 */
final class Benchmarks {
    private static final Set<String> PARTS = new TreeSet<>(List.of("start", "bundles", "workbook"));

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (String arg : args) {
            wanted.addAll(List.of(arg.split(",")));
        }
        wanted.retainAll(PARTS);
        run(
                wanted.isEmpty() ? PARTS : wanted,
                Sizes.chosen(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Set<String> parts, Sizes sizes, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jailoo-benchmark");
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            out.println(Machine.words() + "; load at the start " + Machine.load());
            if (parts.contains("start")) {
                new Starts(sizes, Files.createDirectory(folder.resolve("starts"))).all(out);
            }
            if (parts.contains("bundles")) {
                for (Comparison comparison :
                        new Bundles(sizes, Files.createDirectory(folder.resolve("bundles")), workers).all()) {
                    comparison.print(out);
                }
            }
            if (parts.contains("workbook")) {
                new Workbooks(sizes, Files.createDirectory(folder.resolve("workbook")))
                        .all()
                        .print(out);
            }
            out.printf("%nload at the end %s%n", Machine.load());
        } finally {
            workers.shutdownNow();
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
