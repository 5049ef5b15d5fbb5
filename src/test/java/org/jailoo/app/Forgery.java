package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;

/** A bundle that anybody can read, taken to pieces by somebody who means harm, and put together again; tests only. */
final class Forgery {
    private Json.Obj manifest;
    private Json signature;
    private final List<Json> cards;
    private final List<Json> revisions;
    private final List<Json> attachments;

    private Forgery(Json.Obj bundle) {
        manifest = (Json.Obj) member(bundle, "manifest");
        signature = member(bundle, "signature");
        cards = list(bundle, "cards");
        revisions = list(bundle, "revisions");
        attachments = list(bundle, "attachments");
    }

    static Forgery of(Path plain) throws Exception {
        return new Forgery((Json.Obj) JsonReader.parse(Files.readAllBytes(plain), 64));
    }

    private static Json member(Json.Obj object, String name) {
        return Objects.requireNonNull(object.get(name));
    }

    private static List<Json> list(Json.Obj object, String name) {
        return new ArrayList<>(((Json.Array) member(object, name)).items());
    }

    Forgery manifest(UnaryOperator<Json.Obj> change) {
        manifest = change.apply(manifest);
        return this;
    }

    Forgery manifest(String name, Json value) {
        return manifest(m -> m.with(name, value));
    }

    Json.Obj revision(int i) {
        return (Json.Obj) revisions.get(i);
    }

    Forgery revision(int i, Json.Obj revision) {
        revisions.set(i, revision);
        return this;
    }

    Forgery revision(int i, String name, Json value) {
        return revision(i, revision(i).with(name, value));
    }

    /** Changes a header and signs it with whatever key the forger has. */
    Forgery header(int i, DeviceKeys with, UnaryOperator<Json.Obj> change) {
        Json.Obj header = change.apply((Json.Obj) member(revision(i), "header"));
        return revision(
                i, revision(i).with("header", header).with("signature", sign(with, "jailoo revision 1\n", header)));
    }

    Forgery more(Json.Obj revision) {
        revisions.add(revision);
        return this;
    }

    Forgery attachment(Json attachment) {
        attachments.add(attachment);
        return this;
    }

    /** The cards of the bundle, but with this one in the place of that device's. */
    Forgery card(Card card) {
        cards.removeIf(c -> card.json().get("signingKey") != null
                && Objects.equals(((Json.Obj) c).get("signingKey"), card.json().get("signingKey")));
        return moreCards(card.json());
    }

    Forgery moreCards(Json.Obj card) {
        cards.add(card);
        cards.sort(Comparator.comparing(c -> HexFormat.of().formatHex(Sha256.of(key((Json.Obj) c)))));
        return this;
    }

    private static byte[] key(Json.Obj card) {
        return Base64.getDecoder().decode(Objects.requireNonNull(card.text("signingKey")));
    }

    /** Makes the counts and the digest true, and signs. */
    Forgery signedBy(DeviceKeys keys) {
        java.security.MessageDigest digest = Sha256.start();
        for (Json each : revisions) {
            Json.Obj revision = (Json.Obj) each;
            digest.update(Sha256.of(labelled("jailoo revision 1\n", member(revision, "header"))));
            digest.update((byte) (revision.get("body") == null ? 0 : 1));
        }
        for (Json each : attachments) {
            digest.update(HexFormat.of().parseHex(Objects.requireNonNull(((Json.Obj) each).text("sha256"))));
        }
        manifest = manifest.with("digest", Json.of(HexFormat.of().formatHex(digest.digest())))
                .with("revisions", Json.of(revisions.size()))
                .with("attachments", Json.of(attachments.size()));
        signature = sign(keys, "jailoo bundle 1\n", manifest);
        return this;
    }

    static Json sign(DeviceKeys keys, String label, Json value) {
        return Json.of(Base64.getEncoder().encodeToString(keys.sign(labelled(label, value))));
    }

    private static byte[] labelled(String label, Json value) {
        return (label + CanonicalJson.text(value)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same bytes that a bundle has, whatever is wrong with it. */
    String text() {
        Map<String, Json> parts = new java.util.LinkedHashMap<>();
        parts.put("format", Json.of("jailoo-bundle"));
        parts.put("version", Json.of(1));
        parts.put("manifest", manifest);
        parts.put("signature", signature);
        parts.put("cards", new Json.Array(cards));
        parts.put("revisions", new Json.Array(revisions));
        // Its three members stand in their own order: the size before the data.
        StringBuilder text = new StringBuilder("{");
        parts.forEach((name, value) -> text.append('"')
                .append(name)
                .append("\":")
                .append(CanonicalJson.text(value))
                .append(','));
        text.append("\"attachments\":[");
        for (int i = 0; i < attachments.size(); i++) {
            Json.Obj one = (Json.Obj) attachments.get(i);
            text.append(i == 0 ? "" : ",").append('{');
            for (String name : List.of("sha256", "size", "data")) {
                text.append(name.equals("sha256") ? "" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(CanonicalJson.text(member(one, name)));
            }
            text.append('}');
        }
        return text.append("]}").toString();
    }

    Path write(Path file) throws Exception {
        return Files.writeString(file, text());
    }
}
