package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jailoo.identity.Card;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.DeviceKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a closed notebook leaves its keys behind in the memory of the process, looked at in a dump of its heap. */
class KeysWipedTest {
    private static final byte MASK = 0x5A;

    @Test
    void noObjectHoldsAKeyOnceTheNotebookIsClosed(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Looker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            said = reader.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        System.out.println(said);
        // The first look holds the data keys by itself: it shows that looking finds them.
        assertThat(said.get(0)).startsWith("held: notebook 1, identities 1, seed 1, scalar 1;");
        assertThat(said.get(1)).startsWith("open: notebook 0, identities 1, seed 1, scalar 1;");
        assertThat(said.get(2)).startsWith("closed: notebook 0, identities 0, seed 0, scalar 0;");
    }

    /** A process that opens a notebook, closes it, and looks through its own live objects both times. */
    static final class Looker {
        private record Needle(String name, List<byte[]> forms) {}

        private static final List<Needle> NEEDLES = new ArrayList<>();

        private Looker() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Path file = folder.resolve("n");
            byte[] masked = draw();
            create(file, masked);
            Notebook notebook = Opening.open(file, files -> keys(masked));
            notebook.revisions().count();
            hold(masked, folder);
            say("open", folder);
            notebook.close();
            say("closed", folder);
            if (notebook.self() == null) {
                throw new AssertionError("the notebook itself is still held");
            }
        }

        private static void hold(byte[] masked, Path folder) throws Exception {
            try (DataKeys held = keys(masked)) {
                say("held", folder);
                if (held.notebook().length != DataKeys.LENGTH) {
                    throw new AssertionError("the keys were let go of too early");
                }
            }
        }

        private static byte[] draw() {
            byte[] data = new byte[2 * DataKeys.LENGTH];
            new SecureRandom().nextBytes(data);
            byte[] first = java.util.Arrays.copyOf(data, DataKeys.LENGTH);
            byte[] second = java.util.Arrays.copyOfRange(data, DataKeys.LENGTH, data.length);
            hide("notebook", first);
            hide("identities", second);
            byte[] masked = masked(data);
            wipe(first, second, data);
            return masked;
        }

        /** In a method of its own: what its variables named is free when it has returned. */
        private static void create(Path file, byte[] masked) throws ReflectiveOperationException {
            try (DeviceKeys device = DeviceKeys.generate(new SecureRandom());
                    DataKeys keys = keys(masked)) {
                for (String name : List.of("seed", "scalar")) {
                    var field = DeviceKeys.class.getDeclaredField(name);
                    field.setAccessible(true);
                    hide(name, (byte[]) field.get(device));
                }
                Opening.create(file, keys, device, Card.sign(device, 1, "A1"), (k, salt) -> null)
                        .close();
            }
        }

        private static DataKeys keys(byte[] masked) {
            byte[] data = masked(masked);
            byte[] first = java.util.Arrays.copyOf(data, DataKeys.LENGTH);
            byte[] second = java.util.Arrays.copyOfRange(data, DataKeys.LENGTH, data.length);
            DataKeys keys = new DataKeys(first, second);
            wipe(first, second, data);
            return keys;
        }

        private static void wipe(byte[]... all) {
            for (byte[] one : all) {
                java.util.Arrays.fill(one, (byte) 0);
            }
        }

        private static byte[] masked(byte[] bytes) {
            byte[] out = bytes.clone();
            for (int i = 0; i < out.length; i++) {
                out[i] ^= MASK;
            }
            return out;
        }

        /** Remembers what to look for in a form in which looking finds nothing of it here. */
        private static void hide(String name, byte[] key) {
            String hex = HexFormat.of().formatHex(key);
            NEEDLES.add(new Needle(
                    name,
                    List.of(
                            masked(key),
                            masked(latin(hex)),
                            masked(latin(hex.toUpperCase(Locale.ROOT))),
                            masked(latin(Base64.getEncoder().encodeToString(key))))));
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static void say(String when, Path folder) throws Exception {
            Path dump = folder.resolve(when + ".hprof");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            // Not as a text: a text of it would be in the next dump.
            byte[] heap = Files.readAllBytes(dump);
            StringBuilder line = new StringBuilder(when + ":");
            for (Needle needle : NEEDLES) {
                int found = needle.forms().stream().anyMatch(form -> holds(heap, form)) ? 1 : 0;
                line.append(' ').append(needle.name()).append(' ').append(found).append(',');
            }
            line.setCharAt(line.length() - 1, ';');
            System.out.println(line + " " + heap.length + " bytes of live objects");
            Files.delete(dump);
        }

        private static boolean holds(byte[] heap, byte[] masked) {
            search:
            for (int at = 0; at + masked.length <= heap.length; at++) {
                for (int i = 0; i < masked.length; i++) {
                    if (heap[at + i] != (byte) (masked[i] ^ MASK)) {
                        continue search;
                    }
                }
                return true;
            }
            return false;
        }
    }
}
