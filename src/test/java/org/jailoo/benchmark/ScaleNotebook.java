package org.jailoo.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jailoo.history.Claim;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/**
 * A notebook of years of work by ten laptops: so many interviews of three revisions each, twice as many participants,
 * bundles of 500 interviews by which they came, and what the other laptops said that they hold. It can grow: what is
 * invented depends on nothing but its number, so that a notebook of 200,000 begins with that of 100,000.
 */
public final class ScaleNotebook {
    /** As many interviews as one bundle brought. */
    static final int BUNDLE = 500;

    private static final int DEVICES = 9;
    private static final int CAMPAIGNS = 12;
    private static final int BYTES = 1_200;
    private static final String TIME = "2023-07-04T09:00:00Z";
    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> REGIONS = List.of("KG02000000000", "KG06000000000", "KG11000000000");

    private final Notebook notebook;
    private final Narratives narratives = new Narratives(1);
    private final List<DeviceKeys> devices = new ArrayList<>();
    private final Map<String, Long> last = new HashMap<>();
    private final BitSet named = new BitSet();

    private ScaleNotebook(Notebook notebook, Path keys) throws IOException {
        this.notebook = notebook;
        for (int i = 0; i < DEVICES; i++) {
            Path file = keys.resolveSibling(keys.getFileName() + "." + i);
            if (!Files.exists(file)) {
                Files.write(
                        file,
                        CanonicalJson.bytes(DeviceKeys.generate(new java.security.SecureRandom())
                                .json()));
            }
            try {
                devices.add(DeviceKeys.parse((Json.Obj) JsonReader.parse(Files.readAllBytes(file), 4)));
            } catch (JsonException | IdentityException e) {
                throw new IOException(e);
            }
        }
    }

    /** {@code FOLDER SIZE...}: grows one notebook and leaves a copy of it, {@code FOLDER/sN}, at each size. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int from = 0;
        for (int i = 1; i < args.length; i++) {
            int to = Integer.parseInt(args[i]);
            Path file = folder.resolve("s" + to);
            if (!Files.exists(file)) {
                long start = System.nanoTime();
                Path growing = folder.resolve("growing");
                if (from > 0) {
                    Files.copy(folder.resolve("s" + from), growing);
                }
                try (Notebook notebook = from > 0 ? TestDoor.open(growing) : TestDoor.create(growing, "A7")) {
                    new ScaleNotebook(notebook, folder.resolve("devices")).grow(from, to);
                }
                Files.deleteIfExists(folder.resolve("growing.lock"));
                Files.move(growing, file);
                System.out.printf("%,d interviews after %,d s%n", to, (System.nanoTime() - start) / 1_000_000_000);
            }
            from = to;
        }
    }

    /** The other laptops. */
    static List<DeviceKeys> devices(Path folder) throws IOException {
        try (Notebook none =
                TestDoor.create(Files.createTempDirectory("jailoo-none").resolve("n"), "none")) {
            return new ScaleNotebook(none, folder.resolve("devices")).devices;
        }
    }

    private void grow(int from, int to) {
        for (int d = 0; d < DEVICES; d++) {
            notebook.devices().trust(Card.sign(devices.get(d), 1, "B" + d));
            last.put(writer(d).instance(), notebook.revisions().nextSeq(writer(d)) - 1);
        }
        if (from == 0) {
            notebook.inTransaction(() -> {
                for (int i = 0; i < CAMPAIGNS; i++) {
                    campaign(i);
                }
                return from;
            });
        }
        for (int first = from; first < to; first += BUNDLE) {
            int begin = first;
            int end = Math.min(to, first + BUNDLE);
            notebook.inTransaction(() -> {
                // Before the last part of it: what came after is what the others do not know yet.
                if (end == to) {
                    claims();
                }
                bundle(begin, end);
                return end;
            });
        }
    }

    private Writer writer(int device) {
        return new Writer(devices.get(device).deviceId(), String.format("%032x", device + 1));
    }

    private void bundle(int from, int to) {
        int device = from / BUNDLE % DEVICES;
        named.clear();
        long bundle = notebook.log()
                .imported(
                        id("bundle", from),
                        devices.get(device).deviceId(),
                        writer(device).instance(),
                        from / BUNDLE + 1L,
                        TIME,
                        TIME);
        for (int i = 2 * from; i < 2 * to; i++) {
            int at = i;
            String record = id("participant", i);
            change(record, () -> add(record, "participant", List.of(), device, participant(at), bundle));
        }
        for (int i = from; i < to; i++) {
            interview(i, device, bundle);
            if (i % 100 == 0) {
                recommendation(i / 100, device, bundle);
            }
            if (i % 50 == 0) {
                String record = id("identity", i);
                int at = i;
                change(
                        record,
                        () -> add(
                                record,
                                "identity",
                                List.of(),
                                device,
                                Map.of(
                                        "participant",
                                        Json.of(id("participant", 2 * at)),
                                        "fullName",
                                        Json.of("Асанова " + narratives.text(at, 12))),
                                bundle));
            }
        }
        notebook.brought().named(bundle, named, named, to - from, 0);
    }

    private void change(String record, Runnable change) {
        notebook.changing(record, change);
    }

    private String add(
            String record, String type, List<String> parents, int device, Map<String, Json> body, long bundle) {
        Writer writer = device < 0 ? notebook.self() : writer(device);
        DeviceKeys keys = device < 0 ? notebook.device() : devices.get(device);
        long seq = last.merge(writer.instance(), 1L, (before, one) -> before + one);
        byte[] salt = new byte[Content.SALT_BYTES];
        new Random(seq * 31 + device).nextBytes(salt);
        try {
            Content content = Content.of(salt, TIME, Json.object(new TreeMap<>(body)));
            Header header = Header.edit(record, type, parents, writer, seq, content.hash());
            Revision revision = new Revision(header, Base64Text.encode(keys.sign(header.signedBytes())), content);
            notebook.revisions().add(revision, bundle == 0 ? null : bundle);
            named.set(notebook.brought().keyOf(revision.id()));
            return revision.id();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void campaign(int i) {
        Map<String, Json> campaign = new HashMap<>();
        campaign.put("title", Json.of("Талаа иши " + (2012 + i)));
        campaign.put("start", Json.of(String.valueOf(2012 + i)));
        for (int q = 0; q < 6; q++) {
            campaign.put(
                    "quotas/" + id("quota" + q, i),
                    Json.object(Map.of(
                            "sex", Json.of(SEXES.get(q % 2)),
                            "adm1", Json.of(REGIONS.get(q / 2)),
                            "target", Json.of(1_000L))));
        }
        String record = id("campaign", i);
        change(record, () -> add(record, "campaign", List.of(), 0, campaign, 0));
    }

    private static Map<String, Json> participant(int i) {
        Random random = new Random(i * 7L);
        Map<String, Json> values = new HashMap<>();
        values.put("code", Json.of(String.format("P%d-%06d", i % DEVICES, i)));
        values.put("sex", Json.of(SEXES.get(random.nextInt(2))));
        values.put("birthYear", Json.of(1950L + random.nextInt(55)));
        values.put("place", place(i));
        values.put("languages/ky", Json.TRUE);
        return values;
    }

    private static Json place(int i) {
        return Json.object(Map.of("adm1", Json.of(REGIONS.get(i % 3)), "settlement", Json.of("Айыл " + i % 300)));
    }

    private void interview(int i, int device, long bundle) {
        Map<String, Json> values = new HashMap<>();
        values.put("code", Json.of(String.format("B%d-%06d", device, i)));
        values.put(
                "date",
                Json.of(LocalDate.of(2012, 1, 1).plusDays(i * 37L % 4000).toString()));
        values.put("campaign", Json.of(id("campaign", i % CAMPAIGNS)));
        values.put("category", Json.of("migrant"));
        values.put("participants/" + id("participant", 2 * i), Json.TRUE);
        values.put("participants/" + id("participant", 2 * i + 1), Json.TRUE);
        values.put("narrative", Json.of(narratives.text(i, BYTES)));
        values.put("place", place(i));
        values.put(
                "consent",
                Json.object(Map.of(
                        "given", Json.of(i % 10 == 0 ? "pending" : "yes"),
                        "purposes", Json.texts(List.of("keep", "statistics")))));
        if (i % 100 == 0) {
            byte[] file = ("Үн " + i).repeat(100).getBytes(StandardCharsets.UTF_8);
            try {
                values.put(
                        "attachments/" + id("file", i),
                        Json.object(Map.of(
                                "sha256",
                                Json.of(notebook.attachments()
                                        .store(new ByteArrayInputStream(file))
                                        .sha256()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String record = id("interview", i);
        change(record, () -> {
            String first = add(record, "interview", List.of(), device, values, bundle);
            String second = add(
                    record,
                    "interview",
                    List.of(first),
                    (device + 1) % DEVICES,
                    Map.of(
                            "violations/" + id("violation", i),
                            Json.object(
                                    Map.of("code", Json.of("wage-delay"), "quote", Json.of(narratives.text(i, 80))))),
                    bundle);
            // One in five hundred was written by two who did not know of each other; every fifth one here.
            boolean apart = i % 500 == 7;
            add(
                    record,
                    "interview",
                    List.of(apart ? first : second),
                    i % 5 == 0 ? -1 : (device + 2) % DEVICES,
                    apart
                            ? Map.of(
                                    "violations/" + id("violation", i),
                                    Json.object(Map.of("code", Json.of("document-confiscation"))))
                            : Map.of("notes", Json.of(narratives.text(-i, 60))),
                    i % 5 == 0 ? 0 : bundle);
        });
    }

    private void recommendation(int i, int device, long bundle) {
        String record = id("recommendation", i);
        change(
                record,
                () -> add(
                        record,
                        "recommendation",
                        List.of(),
                        device,
                        Map.of(
                                "campaign", Json.of(id("campaign", i % CAMPAIGNS)),
                                "plan", Json.of("1"),
                                "number", Json.of(i + 1L),
                                "text", Json.of(narratives.text(-i - 1L, 200))),
                        bundle));
    }

    /** What the other laptops said that they hold: everything that is here now. */
    private void claims() {
        Map<Writer, Claim> has = new TreeMap<>();
        for (Writer writer : notebook.holdings().writers()) {
            has.put(writer, notebook.holdings().claim(writer, 10_000));
        }
        for (int d = 0; d < DEVICES; d++) {
            long serial = 1 + last.getOrDefault(writer(d).instance(), 0L);
            notebook.claims().remember(new Claims.Word(writer(d), serial, TIME, has, Map.of(), List.of()));
        }
    }

    /** The shape of a random UUID, and yet the same at each pass. */
    static String id(String of, int i) {
        Random random = new Random(of.hashCode() * 1_000_003L + i);
        random.nextLong();
        return new UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L,
                        (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE)
                .toString();
    }
}
