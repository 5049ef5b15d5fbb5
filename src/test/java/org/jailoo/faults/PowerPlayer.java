package org.jailoo.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jailoo.faults.DiskLog.Call;
import org.jailoo.faults.PowerCut.Kept;

/**
 * The process in which use cases are done once, written down call by call, and looked at as they would be found had the
 * power gone after any of the calls.
 */
public final class PowerPlayer {
    private static final int SHOWN = 3;

    private PowerPlayer() {}

    /** Arguments: the folder to play in, the use cases, how many calls (0: after every one), how many seeds, the seed. */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int most = Integer.parseInt(args[2]);
        int seeds = Integer.parseInt(args[3]);
        long seed = Long.parseLong(args[4]);
        Disk disk = Disk.here();
        int wrong = 0;
        for (UseCase useCase : Player.chosen(args[1], new Random(seed))) {
            wrong += play(disk, useCase, root, most, seeds, seed);
        }
        System.out.flush();
        System.exit(wrong == 0 ? 0 : 1);
    }

    static int play(Disk disk, UseCase useCase, Path root, int most, int seeds, long seed) throws Exception {
        Path log = Disk.logOf(Path.of(Objects.requireNonNull(System.getenv(Disk.CONTROL))));
        long began = System.nanoTime();
        Runs runs = new Runs(disk, useCase, root);
        runs.prepare();
        Files.deleteIfExists(root.resolve("acknowledged"));
        Files.write(log, new byte[0]);
        List<Path> lying = runs.place().files();
        PowerCut first = new PowerCut(root, lying);
        disk.log(true);
        runs.doOnce(root.resolve("acknowledged"));
        disk.log(false);
        List<Call> calls = DiskLog.read(log);
        List<Integer> chosen = chosen(calls.size(), most, new Random(seed));
        int cuts = 0;
        PowerCut cut = first;
        boolean acknowledged = false;
        for (int at = 0; at < calls.size(); at++) {
            Call call = calls.get(at);
            cut.did(call);
            acknowledged |= call.op() == DiskLog.Op.CREATE && call.path().endsWith("acknowledged");
            if (chosen.contains(at)) {
                for (int s = 0; s < 2 + seeds; s++) {
                    Kept kept = s == 0 ? Kept.NOTHING : s == 1 ? Kept.ALL : Kept.SOME;
                    Random random = new Random(seed + 1_000L * at + s);
                    runs.lookAfter(
                            cut,
                            kept,
                            random,
                            acknowledged,
                            "after call " + at + " (" + call.op() + " of "
                                    + call.path().getFileName() + "), kept " + kept + " seed " + s);
                    cuts++;
                }
            }
        }
        System.out.printf(
                "| %s | %d | %d | %d | %.0f s |%n",
                useCase.name(), calls.size(), cuts, runs.wrongs(), (System.nanoTime() - began) / 1e9);
        runs.wrong.values().forEach(kind -> {
            System.out.println("    " + kind.size() + " like this:");
            kind.stream().limit(SHOWN).forEach(each -> System.out.println("        " + each));
        });
        return runs.wrongs();
    }

    private static List<Integer> chosen(int count, int most, Random random) {
        LongStream all = most == 0 || count <= most
                ? LongStream.range(0, count)
                : random.longs(0, count).distinct().limit(most);
        return all.mapToObj(at -> (int) at).toList();
    }
}
