package org.jailoo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.identity.Card;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices;
import org.jailoo.notebook.Notebook;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code jailoo trust}: trusts the devices of cards whose fingerprints a person has compared. */
@CommandLine.Command(name = "trust", description = "${bundle:cli.trust.description}")
final class TrustCommand extends NotebookCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "CARD", description = "${bundle:cli.trust.card}")
    private List<Path> files = List.of();

    private List<Card> cards = List.of();

    TrustCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        cards = CardFiles.read(files);
    }

    @Override
    int run(Notebook open, Secret secret) {
        List<String> blocked = cards.stream()
                .map(Card::deviceId)
                .distinct()
                .filter(id -> open.devices().trust(id) == Devices.Trust.BLOCKED)
                .toList();
        open.inTransaction(() -> {
            cards.forEach(open.devices()::trust);
            return cards;
        });
        for (Card card : cards) {
            Devices.Device device = open.devices().find(card.deviceId());
            String name = device == null ? card.name() : device.name();
            String fingerprint = card.fingerprint().digits();
            session()
                    .line(Map.of(
                            "device", Json.of(card.deviceId()),
                            "name", name == null ? Json.NULL : Json.of(name),
                            "fingerprint", Json.of(fingerprint)));
            session().say("cli.trust.done", name == null ? card.deviceId() : name, fingerprint);
            if (name == null) {
                session().say("cli.trust.disputed", card.deviceId());
            }
        }
        blocked.forEach(id -> session().say("cli.trust.was-blocked", id));
        return ExitCode.DONE;
    }
}
