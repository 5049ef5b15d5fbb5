package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.NotebookException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laptop in the field gives up names only where the lead is proved to hold these very revisions. */
class HandOverIdentitiesTest {
    private static final String CANARY = "Асанова Айчүрөк";

    @TempDir
    Path folder = Path.of("");

    private Laptop field = none();
    private Laptop lead = none();
    private Laptop other = none();
    private String person = "";

    @SuppressWarnings("NullAway")
    private static Laptop none() {
        return null;
    }

    @BeforeEach
    void laptops() {
        List<Laptop> all = Laptop.friends(folder, "field", "lead", "other");
        field = all.get(0);
        lead = all.get(1);
        other = all.get(2);
        new Lead(field.notebook).name(lead.device());
        person = field.writes("identity", "fullName", CANARY);
    }

    @AfterEach
    void close() {
        field.close();
        lead.close();
        other.close();
    }

    private HandOverIdentities handing() {
        return new HandOverIdentities(field.notebook, Laptop.CLOCK);
    }

    private Path handed(String name) throws Exception {
        Path bundle = folder.resolve(name);
        handing().write(bundle);
        return bundle;
    }

    /** How many bodies that name people lie in a notebook. */
    private static long sealed(Laptop laptop) {
        return Long.parseLong(Inside.texts(laptop.notebook, "SELECT count(*) FROM content WHERE sealed <> 0")
                .get(0));
    }

    private void nothingGoes() {
        assertThat(handing().look().confirmed()).isZero();
        assertThat(handing().giveUp()).isZero();
        assertThat(field.shown(person, "fullName")).isEqualTo(Json.of(CANARY));
    }

    @Test
    void nothingIsGivenUpBeforeTheLeadSaysThatItIsThere() throws Exception {
        nothingGoes();
        lead.takes(handed("all.jailoo"));
        assertThat(handing().look().handedOver()).isNotNull();
        nothingGoes();
        field.takes(lead.export(Choice.RECEIPT, field));
        HandOverIdentities.Standing standing = handing().look();
        assertThat(standing.here()).isEqualTo(1);
        assertThat(standing.confirmed()).isEqualTo(1);
        assertThat(handing().giveUp()).isEqualTo(1);
        assertThat(handing().look())
                .extracting("here", "confirmed", "elsewhere")
                .containsExactly(0L, 0L, 1L);
        assertThat(sealed(field)).isZero();
        assertThat(field.notebook
                        .custody()
                        .before(Long.MAX_VALUE, 1)
                        .get(0)
                        .note()
                        .what())
                .isEqualTo(What.IDENTITIES_HANDED_OVER);
        field.isSound();
        // It says honestly that it holds the content no more, and what it says of others stays true.
        assertThat(field.state(person).incomplete()).isTrue();
        assertThat(field.state(person).values()).isEmpty();
        assertThat(lead.shown(person, "fullName")).isEqualTo(Json.of(CANARY));
    }

    @Test
    void theWordOfAnotherDeviceOrAnOlderOneOrOneOverOtherRevisionsIsNoProof() throws Exception {
        // An older word: the lead had not seen it then.
        field.takes(lead.export(Choice.RECEIPT, field));
        Path bundle = handed("all.jailoo");
        nothingGoes();
        // Another device, trusted, has it: it is not the lead.
        other.takes(bundle(Choice.ALL, other));
        field.takes(other.export(Choice.RECEIPT, field));
        nothingGoes();
        // The lead has it, and then it was changed here: what stands now was not received.
        lead.takes(bundle);
        Path receipt = lead.export(Choice.RECEIPT, field);
        field.edits(person, "phone", "+996 700 1");
        field.takes(receipt);
        nothingGoes();
        lead.takes(handed("again.jailoo"));
        field.takes(lead.export(Choice.RECEIPT, field));
        // What somebody types and has not saved is nobody else's yet.
        field.notebook.inTransaction(() -> {
            field.notebook
                    .drafts()
                    .put(new org.jailoo.notebook.Drafts.Draft(
                            person, "identity", "2024-05-06T07:08:09Z", Json.object(Map.of("x", Json.of("y")))));
            return person;
        });
        nothingGoes();
        new KeepDrafts(field.notebook, Laptop.CLOCK).discard(person);
        // A lead that is trusted no more proves nothing.
        field.notebook.devices().block(lead.device());
        nothingGoes();
        field.trusts(lead);
        assertThat(handing().giveUp()).isEqualTo(1);
    }

    private Path bundle(Choice choice, Laptop to) throws Exception {
        return field.export(choice, to);
    }

    /** A claim whose hash is over other ids at the same places: a copied notebook, or a lie. */
    @Test
    void aClaimThatTheHashDoesNotBearOutIsNoProof() throws Exception {
        lead.takes(handed("all.jailoo"));
        field.takes(lead.export(Choice.RECEIPT, field));
        assertThat(handing().look().confirmed()).isEqualTo(1);
        Inside.run(field.notebook, "UPDATE claim SET has = replace(has, '\"ids\":\"', '\"ids\":\"0') WHERE 1 = 1");
        nothingGoes();
    }

    @Test
    void whatWasGivenUpDoesNotComeBackAndAPurgeStillReachesIt() throws Exception {
        Path old = bundle(Choice.ALL, lead);
        lead.takes(old);
        field.takes(lead.export(Choice.RECEIPT, field));
        assertThat(handing().giveUp()).isEqualTo(1);
        // The lead sends everything back: what was given up stays away, what is new is taken.
        String change = lead.edits(person, "phone", "+996 700 2");
        field.takes(lead.export(Choice.ALL, field));
        assertThat(field.notebook.revisions().holdsRevision(change)).isTrue();
        assertThat(sealed(field)).isEqualTo(1);
        assertThat(field.shown(person, "fullName")).isEqualTo(Json.NULL);
        assertThat(field.shown(person, "phone")).isEqualTo(Json.of("+996 700 2"));
        // And what goes out of here says nothing wrong: the record stays here, and others are no worse for it.
        other.takes(bundle(Choice.ALL, other));
        assertThat(other.knows(person)).isFalse();
        other.isSound();
        // She withdraws her consent: the purge goes out from here and erases her at the lead's.
        field.purges(person);
        lead.takes(bundle(Choice.CODES, lead), Laptop.PURGES);
        assertThat(lead.state(person).purged()).isTrue();
        assertThat(sealed(lead)).isZero();
        field.isSound();
    }

    @Test
    void theyAreWrittenOnlyWhileTheyAreOpenAndForTheLeadAlone() throws Exception {
        field.notebook.identities().close();
        assertThatThrownBy(() -> handing().write(folder.resolve("x.jailoo")))
                .isInstanceOfSatisfying(
                        NotebookException.class,
                        e -> assertThat(e.fault()).isEqualTo(NotebookException.Fault.IDENTITIES_CLOSED));
        assertThat(folder.resolve("x.jailoo")).doesNotExist();
        org.jailoo.notebook.TestDoor.openIdentities(field.notebook);
        Path bundle = handed("x.jailoo");
        assertThatThrownBy(() -> other.takes(bundle)).isInstanceOf(org.jailoo.bundle.BundleRefused.class);
    }
}
