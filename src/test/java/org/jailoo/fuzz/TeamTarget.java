package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jailoo.app.TeamFile;
import org.jailoo.app.TeamRefused;
import org.jailoo.identity.TeamList;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/** The reader of team lists with the bytes of a file, as they are and with all signatures holding. */
public final class TeamTarget {
    private static final String LABEL = "jailoo team list 1\n";

    private TeamTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(TeamTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        list(input);
        try {
            if (JsonReader.parse(input, 8) instanceof Json.Obj json) {
                list(CanonicalJson.bytes(resigned(json)));
            }
        } catch (JsonException e) {
            // No list either: tried above.
            return;
        }
    }

    private static Json.Obj resigned(Json.Obj list) {
        Json.Obj unsigned = list.without("signature");
        if (unsigned.get("signer") instanceof Json.Obj signer) {
            unsigned = unsigned.with("signer", CardTarget.resigned(signer));
        }
        if (unsigned.get("members") instanceof Json.Array members) {
            List<Json> signed = new ArrayList<>();
            for (Json member : members.items()) {
                // A member whose card is right stays as it is; one that is Aida's may say anything.
                boolean aida = member instanceof Json.Obj one
                        && one.get("card") instanceof Json.Obj card
                        && Objects.equals(Team.card(Team.AIDA).json().get("signingKey"), card.get("signingKey"));
                signed.add(
                        aida && member instanceof Json.Obj one && one.get("card") instanceof Json.Obj card
                                ? one.with("card", CardTarget.resigned(card))
                                : member);
            }
            unsigned = unsigned.with("members", new Json.Array(signed));
        }
        byte[] signature = Team.AIDA.sign((LABEL + CanonicalJson.text(unsigned)).getBytes(StandardCharsets.UTF_8));
        return unsigned.with("signature", Json.of(Base64.getEncoder().encodeToString(signature)));
    }

    private static void list(byte[] bytes) throws Exception {
        TeamList list;
        try {
            list = TeamFile.read(Scene.file("team", bytes));
        } catch (TeamRefused refused) {
            return;
        }
        TeamList again = TeamFile.read(Scene.file("team", list.canonicalBytes()));
        Promise.equal(again, list, "a team list reads as the same again");
    }
}
