package org.jailoo.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.json.Json;

/** Reads hostile and large bundles on whatever heap it is given, and prints a line each: {@code name=reason}. */
final class SmallHeapMain {
    private static final String MARK = "@@@@";
    private static final String SPACES = " ".repeat(1000);
    private static final String LETTERS = "a".repeat(1000);
    private static final long HUGE = 300_000;

    private SmallHeapMain() {}

    public static void main(String[] arguments) throws IOException {
        boolean all = arguments[0].equals("long");
        nested();
        strings();
        bombs(all ? HUGE : HUGE / 6);
        bodies();
        if (all) {
            moreBodies();
        }
        attachment();
        // More text than heap in either case.
        try (InputStream many = all ? new ManyRevisions(100_000, 40) : new ManyRevisions(400, 6_000)) {
            print("many revisions", many);
        }
    }

    private static void print(String name, InputStream file) throws IOException {
        Attempt attempt = new Attempt();
        attempt.staging = new Ids();
        String reason = attempt.read(file);
        System.out.println(name + "=" + reason + " (" + attempt.detail + ")");
    }

    private static void print(String name, String before, String unit, long times, String after) throws IOException {
        print(name, new Generated().text(before).repeat(unit, times).text(after).stream());
    }

    private static String part(String name, String value) {
        Map<String, String> parts = BundleBuilder.sample().parts();
        parts.put(name, value);
        return BundleBuilder.render(parts);
    }

    private static String before(String text) {
        return text.substring(0, text.indexOf(MARK));
    }

    private static String after(String text) {
        return text.substring(text.indexOf(MARK) + MARK.length());
    }

    private static String inRevision(String member, String value) {
        return part("revisions", "[{\"" + member + "\":" + value + "}]");
    }

    private static void nested() throws IOException {
        String body = inRevision("body", "{\"group\":{\"a\":" + MARK);
        print("nested body", before(body), "[", 200_000, "");
        print("nested objects", before(body), "{\"a\":", 200_000, "");
        print("nested header", before(inRevision("header", "{\"note\":" + MARK)), "[", 200_000, "");
        print("nested manifest", before(part("manifest", "{\"note\":" + MARK)), "[", 200_000, "");
        print("nested card", before(part("cards", "[{\"note\":" + MARK)), "[", 200_000, "");
        print("nested signature", before(part("signature", MARK)), "[", 200_000, "");
        print("nested member", before(part("revisions", "[{\"note\":" + MARK)), "[", 200_000, "");
    }

    private static void strings() throws IOException {
        String body = inRevision("body", "{\"narrative\":\"" + MARK);
        print("string in body", before(body), LETTERS, HUGE, "\"}}]}");
        print("string in header", before(inRevision("header", "{\"note\":\"" + MARK)), LETTERS, HUGE, "\"}}]}");
        print("string in manifest", before(part("manifest", "{\"note\":\"" + MARK)), LETTERS, HUGE, "\"}}]}");
        print("string as salt", before(inRevision("salt", "\"" + MARK)), LETTERS, HUGE, "\"}}]}");
        print("string as member", before(part("revisions", "[{\"" + MARK)), LETTERS, HUGE, "\":1}]}");
        print("string as format", "{\"format\":\"", LETTERS, HUGE, "\"}");
        print("string as data", before(withAttachment(64L << 20)), "AAAA", HUGE * 250, "\"}]}");
    }

    /** The sample up to where the data of its attachment begins, whose size is said to be this. */
    private static String withAttachment(long size) {
        return BundleBuilder.render(BundleBuilder.sample().parts())
                .replaceFirst("\"size\":1000", "\"size\":" + size)
                .replaceFirst("\"data\":\"", "\"data\":\"" + MARK);
    }

    private static byte[] gzip(String before, String unit, long times, String after) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out);
                InputStream in = new Generated().text(before).repeat(unit, times).text(after).stream()) {
            in.transferTo(gzip);
        }
        return out.toByteArray();
    }

    private static void bombs(long size) throws IOException {
        String whole = BundleBuilder.render(BundleBuilder.sample().parts());
        String spaced = whole.replaceFirst("\"signature\"", MARK + "\"signature\"");
        print("spaces", before(spaced), SPACES, size, after(spaced));
        byte[] spaces = gzip(before(spaced), SPACES, size, after(spaced));
        print("bomb of spaces", new ByteArrayInputStream(spaces));
        print("bomb of spaces in age", new ByteArrayInputStream(Wrapped.age(spaces, Devices.CHYNARA)));
        print("bomb behind the brace", new ByteArrayInputStream(gzip(whole, SPACES, size, "")));
        print(
                "bomb of letters",
                new ByteArrayInputStream(gzip(before(withAttachment(64L << 20)), "AAAA", size * 250, "")));
        String body = inRevision("body", "{\"narrative\":\"" + MARK);
        print("bomb in body", new ByteArrayInputStream(gzip(before(body), LETTERS, size, "")));
        print("bomb before the format", new ByteArrayInputStream(gzip("{", SPACES, size, whole.substring(1))));
        print("bomb of nothing", new ByteArrayInputStream(gzip(LETTERS, LETTERS, size, "")));
    }

    private static void bodies() throws IOException {
        int limit = 8 * 1024 * 1024;
        print("letters of 8 MiB", body(Json.of("a".repeat(limit - 20))));
        print("cyrillic of 8 MiB", body(Json.of("ж".repeat(limit / 2 - 20))));
        print("letters over 8 MiB", inBody("\"", "a".repeat(1024), 8 * 1024, "\""));
        print("objects of one", inBody("{\"a\":[0", ",{\"\":0}", limit / 7 - 100, "]}"));
    }

    private static void moreBodies() throws IOException {
        int limit = 8 * 1024 * 1024;
        print("empty objects", inBody("{\"a\":[0", ",{}", limit / 3 - 100, "]}"));
        print("empty arrays", inBody("{\"a\":[0", ",[]", limit / 3 - 100, "]}"));
        print("arrays of one", inBody("{\"a\":[0", ",[0]", limit / 4 - 100, "]}"));
        print("large integers", inBody("{\"a\":[0", ",1000000", limit / 8 - 100, "]}"));
    }

    private static InputStream body(Json value) {
        BundleBuilder builder = new BundleBuilder(1);
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("narrative", value));
        return new ByteArrayInputStream(builder.bytes());
    }

    /** A body in a revision whose hash does not matter: altered where it is held and hashed. */
    private static InputStream inBody(String before, String unit, long times, String after) {
        BundleBuilder builder = new BundleBuilder(1);
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("group", Json.of(MARK)));
        String text = BundleBuilder.render(builder.parts()).replace("\"" + MARK + "\"", before + MARK + after);
        return new Generated().text(before(text)).repeat(unit, times).text(after(text)).stream();
    }

    /** 64 MiB of zeros. */
    private static void attachment() throws IOException {
        long size = 64L << 20;
        MessageDigest digest = Sha256.start();
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 64; i++) {
            digest.update(block);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        BundleBuilder builder = new BundleBuilder(1);
        builder.attachments.add(new byte[0]);
        builder.edit(
                Devices.AIDA,
                builder.uuid(),
                Map.of("sounds/" + builder.uuid(), Json.object(Map.of("sha256", Json.of(hash)))));
        MessageDigest inside = Sha256.start();
        Json.Obj header =
                (Json.Obj) Objects.requireNonNull(builder.revisions.get(0).get("header"));
        inside.update(Sha256.of(BundleBuilder.labelled("jailoo revision 1\n", header)));
        inside.update((byte) 1);
        inside.update(HexFormat.of().parseHex(hash));
        String hex = HexFormat.of().formatHex(inside.digest());
        builder.manifest = m -> m.with("digest", Json.of(hex));
        Map<String, String> parts = builder.parts();
        parts.put("attachments", "[{\"sha256\":\"" + hash + "\",\"size\":" + size + ",\"data\":\"" + MARK + "\"}]");
        String text = BundleBuilder.render(parts);
        // 64 MiB is one byte more than a multiple of three.
        print("attachment of 64 MiB", before(text), "AAAA", size / 3, "AA==" + after(text));
    }

    /** Keeps ids, and takes every attachment for a named one. */
    private static final class Ids implements Staging {
        private final Set<String> ids = new HashSet<>();

        @Override
        public boolean add(Revision revision, long bytes) {
            return ids.add(revision.id().substring(0, 16));
        }

        @Override
        public boolean hasUnpurgedEditWithoutBody() {
            return false;
        }

        @Override
        public boolean names(String sha256) {
            return true;
        }

        @Override
        public boolean beginAttachment(String sha256, long size) {
            return true;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void endAttachment() {}
    }
}
