package org.jailoo.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.DeviceContacts.Overview;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.notebook.Claims.Word;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;

/**
 * How long it takes to tell who is missing, run by hand on a copy of a large notebook: its revisions are spread over a
 * dozen devices, each of which claims some of everybody's.
 */
public final class DeviceContactsSpeed {
    private static final int DEVICES = 12;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private DeviceContactsSpeed() {}

    /** The copy of a notebook, which is spoilt, and its passphrase. */
    public static void main(String[] args) throws Exception {
        try (Notebook notebook = Notebook.open(Path.of(args[0]), args[1].toCharArray())) {
            List<Writer> writers = new ArrayList<>();
            notebook.inTransaction(() -> {
                for (int i = 0; i < DEVICES; i++) {
                    Card card = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "L-" + i);
                    notebook.devices().trust(card);
                    String instance = String.format("%032x", i + 1);
                    writers.add(new Writer(card.deviceId(), instance));
                    Inside.run(
                            notebook,
                            "INSERT INTO writer (key, device, instance) VALUES (" + (1000 + i) + ", '" + card.deviceId()
                                    + "', '" + instance + "')");
                }
                Inside.run(
                        notebook,
                        "UPDATE revision SET writer = 1000 + key % " + DEVICES + ", seq = key / " + DEVICES + " + 1");
                return writers;
            });
            long revisions = notebook.revisions().count();
            notebook.inTransaction(() -> {
                for (int i = 0; i < DEVICES; i++) {
                    TreeMap<Writer, Claim> has = new TreeMap<>();
                    for (int w = 0; w < DEVICES; w++) {
                        long upTo = revisions / DEVICES * (60 + (i * 7 + w * 3) % 40) / 100;
                        // Each knows of something that is not here.
                        long beyond = i == w ? revisions / DEVICES + 500 : upTo;
                        SeqRanges places = new SeqRanges(List.of(new SeqRanges.Range(1, beyond)));
                        has.put(
                                writers.get(w),
                                new Claim(places, notebook.holdings().ids(writers.get(w), places)));
                    }
                    notebook.claims()
                            .remember(new Word(writers.get(i), 1, "2024-05-06T07:08:09Z", has, Map.of(), List.of()));
                }
                return writers;
            });
            DeviceContacts contacts = new DeviceContacts(notebook, Clock.systemUTC());
            for (int i = 0; i < 6; i++) {
                long cpu = CPU.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                Overview overview = contacts.look();
                long looked = System.nanoTime();
                long cpuLooked = CPU.getCurrentThreadCpuTime() - cpu;
                contacts.brief();
                long briefly = System.nanoTime();
                System.out.println(revisions + " revisions, "
                        + overview.contacts().size() + " devices: "
                        + (looked - start) / 1_000_000 + " ms (" + cpuLooked / 1_000_000
                        + " ms of the processor), in short " + (briefly - looked) / 1_000_000 + " ms; "
                        + overview.missing() + " missing, "
                        + overview.contacts().stream()
                                .mapToLong(
                                        c -> c.ahead() == null ? 0 : c.ahead().records())
                                .sum()
                        + " records not received");
            }
        }
    }
}
