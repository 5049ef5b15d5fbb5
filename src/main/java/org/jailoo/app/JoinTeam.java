package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.identity.Card.Standing;
import org.jailoo.identity.TeamList;
import org.jailoo.identity.TeamList.Member;
import org.jailoo.notebook.Devices;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * Brings a laptop into the team, or another one to the same opinion: writes the list of the devices that are trusted and
 * blocked here, and reads one of somebody else's.
 *
 * <p>A list is a proposal. It is planned first, the person ticks what shall be done, and nothing else is. No list trusts a
 * device that was blocked here, or confirms a key that waits; an older one blocks nobody.
 */
public final class JoinTeam {
    private static final String WRITTEN = "team.written";
    private static final String READ = "team.read.";

    private final Notebook notebook;
    private final Clock clock;

    public JoinTeam(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** What the signer of a list is to this notebook. */
    public enum Signer {
        /** This device itself. */
        OWN,
        /** Its fingerprint was compared. */
        TRUSTED,
        /** Its fingerprint has to be compared first. */
        STRANGER,
        /** Its lists are not read. */
        BLOCKED
    }

    /** What a list proposes about a device, held against what is decided here. */
    public enum Offer {
        /** To trust one of which nothing was decided: may be ticked. */
        TRUST,
        /** To block one that is not: may be ticked. */
        BLOCK,
        /** What is decided here already. */
        SAME,
        /** To trust one that is blocked here: it stays blocked. */
        STAYS_BLOCKED,
        /** To block one that is trusted here, in a list older than one of that signer read before: it stays trusted. */
        STAYS_TRUSTED,
        /** To trust one with another key than is known here: a person has to compare it herself. */
        KEY_WAITS,
        /** It has two cards of one number: neither is used. */
        DISPUTED,
        /** This very device. */
        OWN,
        /** This very device, which the signer has blocked. */
        OWN_BLOCKED;

        /** Whether a person may have it done. */
        public boolean canBeTicked() {
            return this == TRUST || this == BLOCK;
        }
    }

    /**
     * A line of the plan.
     *
     * @param renewed whether the list has a later card of a device that is known here
     * @param namesake whether another trusted device, or this one, bears that name
     */
    public record Row(Card card, Offer offer, boolean renewed, boolean namesake) {}

    /**
     * What reading a list would come to.
     *
     * @param older whether a later list of that signer was read before
     */
    public record Plan(TeamList list, Signer signer, boolean older, List<Row> rows) {
        public Plan {
            rows = List.copyOf(rows);
        }
    }

    /** What was done. */
    public record Done(long trusted, long blocked) {}

    /** The list of this notebook as it stands, signed by this device. */
    public TeamList list() {
        return notebook.inTransaction(() -> {
            String self = notebook.device().deviceId();
            List<Member> members = notebook.devices().all().stream()
                    .filter(d -> d.trust() != Trust.UNKNOWN)
                    .filter(d -> !d.card().deviceId().equals(self))
                    // What nobody uses here is not recommended to others.
                    .filter(d -> d.trust() == Trust.BLOCKED || (!d.disputed() && !d.recipientWaits()))
                    .map(d -> new Member(d.card(), d.trust() == Trust.BLOCKED))
                    .toList();
            long last = notebook.settings().get(WRITTEN).map(Long::parseLong).orElse(0L);
            // Grows after a restore too, and where the clock was set back.
            long number = Math.max(last + 1, Math.max(1, clock.instant().getEpochSecond()));
            notebook.settings().put(WRITTEN, Long.toString(number));
            return TeamList.sign(
                    notebook.device(), notebook.card(), number, Content.timeText(clock.instant()), members);
        });
    }

    /** What reading a list would come to; nothing is written. */
    public Plan plan(TeamList list) {
        return notebook.inTransaction(() -> planned(list));
    }

    private Plan planned(TeamList list) {
        String self = notebook.device().deviceId();
        boolean older = list.number() < lastRead(list);
        List<Device> all = notebook.devices().all();
        List<Row> rows = new ArrayList<>();
        for (Member member : list.members()) {
            Card card = member.card();
            Device known = notebook.devices().find(card.deviceId());
            boolean namesake = all.stream()
                    .filter(d -> !d.card().deviceId().equals(card.deviceId()))
                    .filter(d ->
                            d.trust() == Trust.TRUSTED || d.card().deviceId().equals(self))
                    .anyMatch(d -> DeviceNames.folded(d).equals(DeviceNames.folded(card)));
            rows.add(new Row(
                    card,
                    card.deviceId().equals(self)
                            ? member.blocked() ? Offer.OWN_BLOCKED : Offer.OWN
                            : offer(member, known, older),
                    known != null && card.against(known.card()) == Standing.NEWER,
                    namesake));
        }
        return new Plan(list, signer(list.signer(), self), older, rows);
    }

    private Signer signer(Card signer, String self) {
        if (signer.deviceId().equals(self)) {
            return Signer.OWN;
        }
        return switch (notebook.devices().trust(signer.deviceId())) {
            case TRUSTED -> Signer.TRUSTED;
            case UNKNOWN -> Signer.STRANGER;
            case BLOCKED -> Signer.BLOCKED;
        };
    }

    private static Offer offer(Member member, @Nullable Device known, boolean older) {
        Trust trust = known == null ? Trust.UNKNOWN : known.trust();
        if (member.blocked()) {
            return switch (trust) {
                case BLOCKED -> Offer.SAME;
                case UNKNOWN -> Offer.BLOCK;
                case TRUSTED -> older ? Offer.STAYS_TRUSTED : Offer.BLOCK;
            };
        }
        if (trust == Trust.BLOCKED) {
            return Offer.STAYS_BLOCKED;
        }
        if (known == null) {
            return Offer.TRUST;
        }
        if (known.disputed() || member.card().against(known.card()) == Standing.DISPUTED) {
            return Offer.DISPUTED;
        }
        String used = known.recipient() == null ? known.card().recipient() : known.recipient();
        if (!used.equals(member.card().recipient()) || known.recipientWaits()) {
            return Offer.KEY_WAITS;
        }
        return trust == Trust.TRUSTED ? Offer.SAME : Offer.TRUST;
    }

    private long lastRead(TeamList list) {
        return notebook.settings()
                .get(READ + list.signer().deviceId())
                .map(Long::parseLong)
                .orElse(0L);
    }

    /**
     * Does what was ticked, as far as the plan still offers it, and takes note of the later cards of devices known here.
     *
     * @param ticked devices
     * @throws IllegalStateException unless the signer is this device or trusted
     */
    public Done apply(TeamList list, Set<String> ticked) {
        return notebook.inTransaction(() -> {
            Plan plan = planned(list);
            if (plan.signer() == Signer.STRANGER || plan.signer() == Signer.BLOCKED) {
                throw new IllegalStateException("a list of a device that is not trusted");
            }
            Devices devices = notebook.devices();
            devices.note(list.signer());
            long trusted = 0;
            long blocked = 0;
            for (Row row : plan.rows()) {
                String device = row.card().deviceId();
                boolean wanted = ticked.contains(device);
                if (wanted && row.offer() == Offer.TRUST) {
                    devices.trust(row.card());
                    notebook.settings().put(TrustDevice.SINCE + device, Content.timeText(clock.instant()));
                    trusted++;
                } else if (wanted && row.offer() == Offer.BLOCK) {
                    devices.note(row.card());
                    devices.block(device);
                    blocked++;
                } else if (devices.find(device) != null
                        && row.offer() != Offer.OWN
                        && row.offer() != Offer.OWN_BLOCKED) {
                    // A changed key in it waits for a person, as in a bundle.
                    devices.note(row.card());
                }
            }
            notebook.settings()
                    .put(READ + list.signer().deviceId(), Long.toString(Math.max(lastRead(list), list.number())));
            return new Done(trusted, blocked);
        });
    }
}
