package org.jailoo.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for new inputs with Jazzer, for so many seconds: {@code -Pfuzz}. What is new is kept in the folder of the target
 * below {@code target/fuzz}, what is a finding in the one beside it.
 */
public final class Search {
    private Search() {}

    /** With the name of a target, a number of seconds, and further options of Jazzer and libFuzzer. */
    public static void main(String[] arguments) throws Exception {
        Searched searched = Searched.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path fuzz = Path.of("target", "fuzz").toAbsolutePath();
        Path corpus = Files.createDirectories(fuzz.resolve(searched.folder()));
        Path found = Files.createDirectories(fuzz.resolve(searched.folder() + "-found"));
        Path resources = Path.of("src", "test", "resources", "org", "jailoo").toAbsolutePath();
        Seeds.write(fuzz.resolve("seeds"), resources.resolve("sound"));
        List<String> options = new ArrayList<>(List.of(
                "--target_class=" + searched.entry(),
                "--instrumentation_includes=" + searched.led(),
                "--instrumentation_excludes=org.jailoo.fuzz.**",
                "--keep_going=20",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + java.io.File.separator,
                "-max_total_time=" + arguments[1],
                "-timeout=90",
                "-rss_limit_mb=2500",
                "-print_final_stats=1"));
        options.addAll(List.of(arguments).subList(2, arguments.length));
        options.add(corpus.toString());
        options.add(resources.resolve("fuzz").resolve(searched.folder()).toString());
        Path seeds = fuzz.resolve("seeds").resolve(searched.folder());
        if (Files.isDirectory(seeds)) {
            options.add(seeds.toString());
        }
        // Not on the class path but in the profile.
        Class.forName("com.code_intelligence.jazzer.Jazzer")
                .getMethod("main", String[].class)
                .invoke(null, (Object) options.toArray(new String[0]));
    }
}
