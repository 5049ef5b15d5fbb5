package org.jailoo.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The process that lives on a bad disk: plays use cases, prints a line of the table for each, and says what was wrong. */
public final class Player {
    private static final int SHOWN = Integer.getInteger("faults.shown", 3);

    private Player() {}

    /** What is played at each building. */
    private static final List<String> ALWAYS = List.of("save", "import", "export", "purge", "backup");

    /**
     * Arguments: the folder to play in, the use cases ({@code some}: those that are always played, and three others), the
     * modes, how many Ns of each (0: every one), the seed.
     */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        List<Mode> modes = Arrays.stream(args[2].split(",")).map(Mode::valueOf).toList();
        int most = Integer.parseInt(args[3]);
        long seed = Long.parseLong(args[4]);
        Random random = new Random(seed);
        Disk disk = Disk.here();
        boolean some = args[1].equals("some");
        int wrong = 0;
        for (UseCase useCase : chosen(args[1], random)) {
            List<Mode> played = new ArrayList<>(modes);
            if (some) {
                Collections.shuffle(played, random);
                played = played.subList(0, 2);
            }
            wrong += play(disk, useCase, root, played, most, random);
        }
        if (some) {
            wrong += PowerPlayer.play(disk, chosen("save", random).get(0), root, 4, 1, seed);
        }
        System.out.flush();
        // Threads of libraries keep nobody waiting.
        System.exit(wrong == 0 ? 0 : 1);
    }

    /** The use cases of these names. */
    static List<UseCase> chosen(String names, Random random) {
        List<UseCase> all = new ArrayList<>(UseCases.all());
        if (names.equals("all")) {
            return all;
        }
        List<String> wanted = new ArrayList<>(List.of(names.split(",")));
        if (names.equals("some")) {
            wanted = new ArrayList<>(ALWAYS);
            all.removeIf(useCase -> useCase.name().equals("import (spilling)"));
            Collections.shuffle(all, random);
            for (UseCase other : all) {
                if (wanted.size() < ALWAYS.size() + 3 && !wanted.contains(other.name())) {
                    wanted.add(other.name());
                }
            }
        }
        List<String> kept = wanted;
        all.removeIf(useCase -> !kept.contains(useCase.name()));
        return all;
    }

    private static int play(Disk disk, UseCase useCase, Path root, List<Mode> modes, int most, Random random)
            throws Exception {
        long began = System.nanoTime();
        Runs runs = new Runs(disk, useCase, root);
        runs.prepare();
        long writes = runs.count(false);
        for (Mode mode : modes) {
            long count = mode == Mode.READ_FAIL ? runs.count(true) : writes;
            for (long at : chosen(count, most, random)) {
                runs.run(mode, at);
            }
        }
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %s | %.0f s |%n",
                useCase.name(),
                writes,
                runs.runs,
                runs.failed,
                runs.done,
                runs.wrongs(),
                runs.sentences,
                (System.nanoTime() - began) / 1e9);
        runs.wrong.values().forEach(kind -> {
            System.out.println("    " + kind.size() + " like this:");
            kind.stream().limit(SHOWN).forEach(each -> System.out.println("        " + each));
        });
        return runs.wrongs();
    }

    private static List<Long> chosen(long count, int most, Random random) {
        return most == 0 || count <= most
                ? java.util.stream.LongStream.rangeClosed(1, count).boxed().toList()
                : random.longs(1, count + 1).distinct().limit(most).boxed().toList();
    }
}
