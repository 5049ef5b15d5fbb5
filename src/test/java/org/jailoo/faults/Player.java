package org.jailoo.faults;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The process that lives on a bad disk: plays use cases, prints a line of the table for each, and says what was wrong. */
public final class Player {
    private static final int SHOWN = Integer.getInteger("faults.shown", 3);

    private Player() {}

    /** Arguments: the folder to play in, the use cases, the modes, how many Ns of each (0: every one), the seed. */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        List<String> names = List.of(args[1].split(","));
        List<Mode> modes = Arrays.stream(args[2].split(",")).map(Mode::valueOf).toList();
        int most = Integer.parseInt(args[3]);
        Random random = new Random(Long.parseLong(args[4]));
        Disk disk = Disk.here();
        int wrong = 0;
        for (UseCase useCase : UseCases.all()) {
            if (names.contains("all") || names.contains(useCase.name())) {
                wrong += play(disk, useCase, root, modes, most, random);
            }
        }
        System.out.flush();
        // Threads of libraries keep nobody waiting.
        System.exit(wrong == 0 ? 0 : 1);
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
