package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Manifest.Kind;
import org.jailoo.bundle.Manifest.Scope;
import org.jailoo.bundle.Manifest.Since;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.notebook.BundleLog;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Devices;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** Writes a bundle for others: records, or a receipt that only says what is held here. */
public final class ExportBundle {
    private final Notebook notebook;
    private final Clock clock;

    public ExportBundle(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** What a person chose to send. */
    public enum Choice {
        /** Everything, identities too. */
        ALL,
        /** What the receivers are not known to hold, in the widest scope that they were ever sent. */
        CHANGES,
        /** Everything of the types that name nobody by themselves. */
        CODES,
        /** Nothing but what is held: lets the other side send changes only, and see what arrived. */
        RECEIPT
    }

    /**
     * What to write.
     *
     * @param to the cards of the receivers; empty for a file that anybody can read
     * @param choice null for the widest scope that the receivers were ever sent, everything the first time
     */
    public record Order(Path out, List<Card> to, @Nullable Choice choice) {
        public Order {
            to = List.copyOf(to);
        }
    }

    /**
     * How many records of a type there is something to be said about.
     *
     * @param why never yes
     */
    public record Told(String type, Answer why, long records) {}

    /**
     * What was written.
     *
     * @param stays what the scope kept here of what would have gone
     * @param openly of a file that anybody can read, what consent would show to nobody or to the team alone
     */
    public record Exported(Manifest manifest, List<Told> stays, List<Told> openly) {
        public Exported {
            stays = List.copyOf(stays);
            openly = List.copyOf(openly);
        }
    }

    /** A receiver to whom nothing may be sent as things stand. */
    public static final class ReceiverRefused extends Exception {
        /** Why. */
        public enum Why {
            /** The device is blocked. */
            BLOCKED,
            /** Its card says another recipient than the one that was confirmed, or two cards contradict each other. */
            RECIPIENT_NOT_CONFIRMED
        }

        private final Why why;

        ReceiverRefused(Why why, String device) {
            super(device);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /**
     * Writes the bundle; the file appears whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public Exported export(Order order) throws IOException, ReceiverRefused {
        List<String> recipients = new ArrayList<>();
        for (Card card : order.to()) {
            recipients.add(recipient(card));
        }
        boolean json = String.valueOf(order.out().getFileName()).endsWith(".json");
        Envelope envelope = !recipients.isEmpty()
                ? new Envelope.ToRecipients(recipients)
                : json ? new Envelope.Plain() : new Envelope.Gzip();
        List<String> devices = devices(order.to());
        Scope scope = scope(order.choice(), devices);
        boolean receipt = order.choice() == Choice.RECEIPT;
        boolean changes = order.choice() == Choice.CHANGES;
        return write(
                order.out(),
                envelope,
                new Plan(
                        receipt ? What.RECEIPT : What.HANDOVER,
                        receipt ? Kind.RECEIPT : Kind.RECORDS,
                        devices,
                        scope,
                        changes ? Since.CHANGES : Since.EVERYTHING));
    }

    /** Writes everything into an envelope, for {@link BackUp}; what the receivers were sent is not touched. */
    Manifest writeAll(Path out, Envelope envelope, BundleWriterExtension extension) throws IOException {
        Plan all = new Plan(What.BACKUP, Kind.RECORDS, List.of(), Scope.ALL, Since.EVERYTHING);
        return write(out, envelope, all, extension).manifest();
    }

    /** Adds members of our own to a manifest before it is signed. */
    interface BundleWriterExtension {
        Manifest.Draft extend(Manifest.Draft draft);
    }

    /** What the receivers of a bundle are taken to hold. */
    @FunctionalInterface
    interface Knowing {
        ReceiverKnowledge of(List<String> devices);
    }

    /**
     * What is written for {@link SharedFolder}.
     *
     * @param scope as a person chose it
     * @param kind a receipt, or what the receivers are not taken to hold
     */
    record FolderOrder(Path out, List<Card> to, Scope scope, Kind kind, Knowing knowing) {}

    /** Writes it; it does not count as handed over before it lies where others can take it. */
    Manifest forFolder(FolderOrder order) throws IOException, ReceiverRefused {
        List<String> recipients = new ArrayList<>();
        for (Card card : order.to()) {
            recipients.add(recipient(card));
        }
        Plan plan = new Plan(
                order.kind() == Kind.RECEIPT ? What.RECEIPT : What.HANDOVER,
                order.kind(),
                devices(order.to()),
                order.scope(),
                order.kind() == Kind.RECEIPT ? Since.EVERYTHING : Since.CHANGES,
                order.knowing());
        return write(order.out(), new Envelope.ToRecipients(recipients), plan).manifest();
    }

    /** The device ids of receivers, as a manifest lists them. */
    static List<String> devices(List<Card> to) {
        return to.stream().map(Card::deviceId).sorted().distinct().toList();
    }

    private record Plan(
            What what,
            Kind kind,
            List<String> to,
            Scope scope,
            Since since,
            @Nullable Knowing folder) {
        Plan(What what, Kind kind, List<String> to, Scope scope, Since since) {
            this(what, kind, to, scope, since, null);
        }
    }

    private Exported write(Path out, Envelope envelope, Plan plan) throws IOException {
        return write(out, envelope, plan, draft -> draft);
    }

    private Exported write(Path out, Envelope envelope, Plan plan, BundleWriterExtension extension) throws IOException {
        String bundle = RecordId.random();
        String created = Content.timeText(clock.instant());
        // The number is taken before the file appears: used in vain it is harmless, used twice it is not.
        long serial = notebook.inTransaction(() -> {
            long next = notebook.log().nextSerial(notebook.self().instance());
            notebook.log()
                    .handedOver(new BundleLog.Handover(
                            bundle,
                            notebook.self().instance(),
                            next,
                            created,
                            plan.kind().name().toLowerCase(Locale.ROOT),
                            plan.scope().name().toLowerCase(Locale.ROOT),
                            plan.since().name().toLowerCase(Locale.ROOT),
                            plan.to(),
                            0));
            return next;
        });
        List<BundleFile.Unnamed<Manifest>> made = new ArrayList<>(1);
        try {
            Exported exported = notebook.inTransaction(() -> {
                try {
                    Selection selection = select(plan);
                    Manifest.Draft draft = extension.extend(new Manifest.Draft(
                            bundle,
                            plan.kind(),
                            notebook.self(),
                            serial,
                            created,
                            plan.to(),
                            plan.scope(),
                            plan.since(),
                            selection.knowledge()));
                    BundleFile.Unnamed<Manifest> unnamed = BundleFile.make(
                            out,
                            envelope,
                            stream ->
                                    BundleWriter.write(draft, notebook.device(), cards(selection), selection, stream));
                    made.add(unnamed);
                    Manifest written = unnamed.answer();
                    notebook.log().carried(bundle, written.revisions(), selection.records());
                    notebook.custody()
                            .note(created, CustodyLog.Note.ofBundle(plan.what(), bundle, written.revisions()));
                    if (plan.kind() == Kind.RECORDS) {
                        plan.to().forEach(device -> remember(device, plan.scope()));
                        if (plan.folder() == null) {
                            HandedOver.remember(notebook, plan.to(), created);
                        }
                    }
                    boolean open = envelope instanceof Envelope.Plain || envelope instanceof Envelope.Gzip;
                    return new Exported(
                            written,
                            selection.stays(plan.scope()),
                            open
                                    ? selection.notForEverybody(LocalDate.now(clock.withZone(ZoneId.systemDefault())))
                                    : List.of());
                } catch (IOException e) {
                    throw new Failed(e);
                }
            });
            // What is handed out is noted before anybody can take it: more may be said to have gone than went, never
            // less.
            made.get(0).name();
            return exported;
        } catch (Failed e) {
            throw e.cause;
        } finally {
            for (BundleFile.Unnamed<Manifest> unnamed : made) {
                unnamed.close();
            }
        }
    }

    private Selection select(Plan plan) {
        if (plan.kind() == Kind.RECEIPT) {
            return Selection.nothing(notebook, plan.scope());
        }
        if (plan.folder() != null) {
            return Selection.of(notebook, plan.scope(), plan.folder().of(plan.to()));
        }
        return Selection.of(
                notebook,
                plan.scope(),
                plan.since() == Since.CHANGES ? ReceiverKnowledge.of(notebook, plan.to()) : null);
    }

    private List<Card> cards(Selection selection) {
        SortedSet<String> signers = selection.signers();
        signers.add(notebook.device().deviceId());
        List<Card> cards = new ArrayList<>();
        for (String signer : signers) {
            Devices.Device device = notebook.devices().find(signer);
            if (device == null) {
                throw new IllegalStateException("no card of a device whose revisions are held");
            }
            cards.add(device.card());
        }
        return cards;
    }

    /** The recipient to encrypt to; for a device that was trusted, only the one that was confirmed then. */
    private String recipient(Card card) throws ReceiverRefused {
        Devices.Device known = notebook.devices().find(card.deviceId());
        if (known != null && known.trust() == Trust.BLOCKED) {
            throw new ReceiverRefused(ReceiverRefused.Why.BLOCKED, card.deviceId());
        }
        if (known != null) {
            boolean disputed = known.disputed() || card.against(known.card()) == Card.Standing.DISPUTED;
            // Of a device that nobody confirmed, the recipient that was seen first stands.
            String expected =
                    known.recipient() != null ? known.recipient() : known.card().recipient();
            if (disputed || !expected.equals(card.recipient())) {
                throw new ReceiverRefused(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED, card.deviceId());
            }
        }
        notebook.devices().note(card);
        return card.recipient();
    }

    /** The scope: what was chosen, or else no more than any receiver was ever sent. */
    private Scope scope(@Nullable Choice choice, List<String> devices) {
        if (choice == Choice.ALL) {
            return Scope.ALL;
        }
        boolean codesOnly =
                devices.stream().map(notebook.devices()::find).anyMatch(d -> d != null && "codes".equals(d.scope()));
        return choice == Choice.CODES || codesOnly ? Scope.CODES : Scope.ALL;
    }

    private void remember(String device, Scope scope) {
        Devices.Device known = notebook.devices().find(device);
        if (scope == Scope.ALL || known == null || known.scope() == null) {
            notebook.devices().rememberScope(device, scope.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Failed extends RuntimeException {
        private final IOException cause;

        Failed(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
