package org.jailoo.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/**
 * Which devices one device trusts and which it has blocked, signed by it: one file that brings a new laptop into the team.
 *
 * <p>Only a list whose signature held, and the signature of every card in it, has this type. Members that this version does
 * not know are kept and signed.
 *
 * @param signer the card of the device that signed it
 * @param number grows with each list of a signer
 * @param created when, by the signer's clock
 */
public record TeamList(Json.Obj json, Card signer, long number, String created, List<Member> members) {
    /** What stands in every team list. */
    public static final String FORMAT = "jailoo-team";

    /** As many devices as a bundle carries cards. */
    public static final int MAX_MEMBERS = 10_000;

    private static final String LABEL = "jailoo team list 1\n";
    private static final String TRUSTED = "trusted";
    private static final String BLOCKED = "blocked";

    public TeamList {
        members = List.copyOf(members);
    }

    /** A device, and whether the signer has blocked it; else it trusts it. */
    public record Member(Card card, boolean blocked) {}

    /** The list of these devices, signed. */
    public static TeamList sign(DeviceKeys keys, Card own, long number, String created, List<Member> members) {
        List<Json> all = members.stream()
                .sorted((a, b) -> a.card().deviceId().compareTo(b.card().deviceId()))
                .map(member -> (Json) Json.object(
                        Map.of("card", member.card().json(), "trust", Json.of(member.blocked() ? BLOCKED : TRUSTED))))
                .toList();
        Json.Obj unsigned = Json.object(Map.of(
                "format",
                Json.of(FORMAT),
                "version",
                Json.of(1),
                "number",
                Json.of(number),
                "created",
                Json.of(created),
                "signer",
                own.json(),
                "members",
                new Json.Array(all)));
        byte[] signature = keys.sign(signedBytes(unsigned));
        try {
            return parse(unsigned.with("signature", Json.of(Base64Text.encode(signature))));
        } catch (IdentityException e) {
            throw new IllegalArgumentException("each device once, and the signer's own card", e);
        }
    }

    /** The list that this JSON is, every signature in it verified. */
    public static TeamList parse(Json.Obj json) throws IdentityException {
        require(FORMAT.equals(json.text("format")), "format");
        Long version = json.integer("version");
        if (version != null && version > 1) {
            throw new IdentityException(Reason.NEWER_VERSION, "a team list of version " + version);
        }
        require(version != null && version == 1, "version");
        Long number = json.integer("number");
        String created = json.text("created");
        String stated = json.text("signature");
        if (number == null
                || number < 1
                || created == null
                || stated == null
                || !(json.get("signer") instanceof Json.Obj signing)
                || !(json.get("members") instanceof Json.Array listed)) {
            throw malformed("members");
        }
        Card signer = Card.parse(signing);
        byte[] signature =
                Base64Text.decode(stated, VerifyingKey.SIGNATURE_LENGTH).orElseThrow(() -> malformed("signature"));
        if (!signer.verifyingKey().verify(signedBytes(json), signature)) {
            throw new IdentityException(Reason.ALTERED, "the signature of a team list does not hold");
        }
        return new TeamList(json, signer, number, created, members(listed));
    }

    private static List<Member> members(Json.Array listed) throws IdentityException {
        require(listed.items().size() <= MAX_MEMBERS, "members: too many");
        List<Member> members = new ArrayList<>();
        String before = "";
        for (Json one : listed.items()) {
            if (!(one instanceof Json.Obj member) || !(member.get("card") instanceof Json.Obj card)) {
                throw malformed("member");
            }
            String trust = member.text("trust");
            require(trust != null && Arrays.asList(TRUSTED, BLOCKED).contains(trust), "trust");
            Member read = new Member(Card.parse(card), BLOCKED.equals(trust));
            require(before.compareTo(read.card().deviceId()) < 0, "order");
            before = read.card().deviceId();
            members.add(read);
        }
        return members;
    }

    /** The canonical bytes of the whole list: what its file holds. */
    public byte[] canonicalBytes() {
        return CanonicalJson.bytes(json);
    }

    private static byte[] signedBytes(Json.Obj list) {
        return Digests.labelled(LABEL, CanonicalJson.bytes(list.without("signature")));
    }

    private static void require(boolean holds, String what) throws IdentityException {
        if (!holds) {
            throw malformed(what);
        }
    }

    private static IdentityException malformed(String what) {
        return new IdentityException(Reason.MALFORMED, "team list: " + what);
    }
}
