package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jailoo.app.JoinTeam.Offer;
import org.jailoo.app.JoinTeam.Plan;
import org.jailoo.app.JoinTeam.Row;
import org.jailoo.app.JoinTeam.Signer;
import org.jailoo.app.TeamRefused.Why;
import org.jailoo.identity.Card;
import org.jailoo.identity.TeamList;
import org.jailoo.identity.TeamList.Member;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team list proposes and decides nothing; no list opens what was closed here, and no altered one is read. */
class JoinTeamTest {
    @TempDir
    Path folder;

    private Laptop lead;
    private Laptop fresh;
    private Laptop a;
    private Laptop b;

    @BeforeEach
    void laptops() {
        lead = Laptop.create(folder, "lead");
        fresh = Laptop.create(folder, "fresh");
        a = Laptop.create(folder, "A7");
        b = Laptop.create(folder, "B2");
        lead.trusts(a);
        lead.trusts(fresh);
        lead.notebook.devices().note(b.card());
        lead.notebook.devices().block(b.device());
    }

    @AfterEach
    void close() {
        List.of(lead, fresh, a, b).forEach(Laptop::close);
    }

    private static JoinTeam at(Laptop laptop) {
        return new JoinTeam(laptop.notebook, Laptop.CLOCK);
    }

    private static TeamList listLater(Laptop laptop, int days) {
        return new JoinTeam(laptop.notebook, Clock.offset(Laptop.CLOCK, Duration.ofDays(days))).list();
    }

    private static Offer offer(Plan plan, Laptop of) {
        return plan.rows().stream()
                .filter(row -> row.card().deviceId().equals(of.device()))
                .map(Row::offer)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> everything(Plan plan) {
        return plan.rows().stream().map(row -> row.card().deviceId()).collect(Collectors.toSet());
    }

    private Trust trust(Laptop of) {
        return fresh.notebook.devices().trust(of.device());
    }

    @Test
    void nothingOfAListIsDoneBeforeItsSignerIsTrustedAndOnlyWhatWasTicked() throws Exception {
        Path file = folder.resolve("team.jailoo-team");
        TeamFile.write(at(lead).list(), file);
        TeamList list = TeamFile.read(file);
        Plan plan = at(fresh).plan(list);
        assertThat(plan.signer()).isEqualTo(Signer.STRANGER);
        assertThat(offer(plan, a)).isEqualTo(Offer.TRUST);
        assertThat(offer(plan, b)).isEqualTo(Offer.BLOCK);
        assertThat(offer(plan, fresh)).isEqualTo(Offer.OWN);
        String before = fresh.dump();
        assertThatThrownBy(() -> at(fresh).apply(list, everything(plan))).isInstanceOf(IllegalStateException.class);
        assertThat(fresh.dump()).isEqualTo(before);
        fresh.trusts(lead);
        at(fresh).apply(list, Set.of());
        assertThat(fresh.notebook.devices().all()).hasSize(2);
        assertThat(at(fresh).apply(list, Set.of(a.device()))).isEqualTo(new JoinTeam.Done(1, 0));
        assertThat(trust(a)).isEqualTo(Trust.TRUSTED);
        assertThat(fresh.notebook.devices().find(b.device())).isNull();
        assertThat(at(fresh).apply(list, everything(plan))).isEqualTo(new JoinTeam.Done(0, 1));
        assertThat(trust(b)).isEqualTo(Trust.BLOCKED);
        assertThat(trust(fresh)).isEqualTo(Trust.TRUSTED);
        // What is done can be sent to, without a person who confirms the key once more.
        fresh.export(folder.resolve("to A"), ExportBundle.Choice.ALL, List.of(a.card()));
    }

    @Test
    void noListUnblocksAndAnOlderOneBlocksNobody() {
        fresh.trusts(lead);
        fresh.trusts(a);
        TeamList first = at(lead).list();
        lead.notebook.devices().block(a.device());
        TeamList blocking = listLater(lead, 1);
        lead.trusts(a);
        lead.trusts(b);
        TeamList last = listLater(lead, 2);
        assertThat(List.of(first, blocking, last)).extracting(TeamList::number).isSorted();

        assertThat(offer(at(fresh).plan(blocking), a)).isEqualTo(Offer.BLOCK);
        at(fresh).apply(last, everything(at(fresh).plan(last)));
        assertThat(trust(b)).isEqualTo(Trust.TRUSTED);
        Plan older = at(fresh).plan(blocking);
        assertThat(older.older()).isTrue();
        assertThat(offer(older, a)).isEqualTo(Offer.STAYS_TRUSTED);
        assertThat(offer(older, b)).isEqualTo(Offer.STAYS_TRUSTED);
        at(fresh).apply(blocking, everything(older));
        assertThat(trust(a)).isEqualTo(Trust.TRUSTED);
        assertThat(trust(b)).isEqualTo(Trust.TRUSTED);

        fresh.notebook.devices().block(a.device());
        for (TeamList list : List.of(first, last)) {
            Plan plan = at(fresh).plan(list);
            assertThat(offer(plan, a)).isEqualTo(Offer.STAYS_BLOCKED);
            at(fresh).apply(list, everything(plan));
            assertThat(trust(a)).isEqualTo(Trust.BLOCKED);
        }
        // The older one did not take the newer one's place.
        assertThat(at(fresh).plan(blocking).older()).isTrue();
    }

    @Test
    void numbersGrowWhereTheClockIsSetBack() {
        TeamList now = at(lead).list();
        assertThat(listLater(lead, -400).number()).isGreaterThan(now.number());
    }

    @Test
    void aChangedKeyInAListWaitsForAPersonLikeAnyOther() throws Exception {
        fresh.trusts(lead);
        fresh.trusts(a);
        String confirmed = a.card().recipient();
        Card moved = TrustTest.moved(a, 2);
        lead.notebook.devices().trust(moved);
        TeamList list = at(lead).list();
        Plan plan = at(fresh).plan(list);
        assertThat(offer(plan, a)).isEqualTo(Offer.KEY_WAITS);
        at(fresh).apply(list, everything(plan));
        var known = Objects.requireNonNull(fresh.notebook.devices().find(a.device()));
        assertThat(known.recipient()).isEqualTo(confirmed);
        assertThat(known.recipientWaits()).isTrue();
        // Seen by its card and never compared: the key that was seen first is not replaced by a list either.
        Laptop c = Laptop.create(folder, "C3");
        fresh.notebook.devices().note(c.card());
        lead.notebook.devices().trust(TrustTest.moved(c, 2));
        TeamList second = listLater(lead, 1);
        assertThat(offer(at(fresh).plan(second), c)).isEqualTo(Offer.KEY_WAITS);
        at(fresh).apply(second, Set.of(c.device()));
        assertThat(trust(c)).isEqualTo(Trust.UNKNOWN);
        // Two cards of one number.
        Card other = Card.sign(c.notebook.device(), 2, "another");
        fresh.notebook.devices().note(other);
        Plan third = at(fresh).plan(second);
        assertThat(offer(third, c)).isEqualTo(Offer.DISPUTED);
        at(fresh).apply(second, everything(third));
        assertThat(trust(c)).isEqualTo(Trust.UNKNOWN);
        c.close();
    }

    @Test
    void aSignerWhoIsBlockedIsNotReadAndADeviceThatWaitsIsNotRecommended() throws Exception {
        fresh.trusts(lead);
        fresh.notebook.devices().block(lead.device());
        TeamList list = at(lead).list();
        assertThat(at(fresh).plan(list).signer()).isEqualTo(Signer.BLOCKED);
        assertThatThrownBy(() -> at(fresh).apply(list, Set.of(a.device()))).isInstanceOf(IllegalStateException.class);
        lead.notebook.devices().note(TrustTest.moved(a, 2));
        assertThat(listLater(lead, 1).members())
                .extracting(member -> member.card().deviceId())
                .containsExactlyInAnyOrder(b.device(), fresh.device());
    }

    @Test
    void aDeviceWithTheNameOfAnotherIsSaidToBeOneWhicheverKeyboardTypedIt() {
        fresh.trusts(lead);
        try (Laptop again = Laptop.create(folder, "а-7")) {
            assertThat(namesake()).isFalse();
            fresh.trusts(again);
            assertThat(namesake()).isTrue();
            TrustDevice trust = new TrustDevice(fresh.notebook, Laptop.CLOCK);
            assertThat(trust.note(a.card()).namesakes())
                    .extracting(device -> device.card().deviceId())
                    .containsExactly(again.device());
            fresh.trusts(a);
            // Two devices of one name stay two, and each is told so.
            assertThat(new DeviceContacts(fresh.notebook, Laptop.CLOCK).look().contacts())
                    .filteredOn(Contact::namesake)
                    .hasSize(2);
        }
    }

    private boolean namesake() {
        return at(fresh).plan(at(lead).list()).rows().stream()
                .filter(row -> row.card().deviceId().equals(a.device()))
                .allMatch(Row::namesake);
    }

    // ---- attacks on the file

    private byte[] bytes() {
        return at(lead).list().canonicalBytes();
    }

    private static Why refused(byte[] bytes) {
        try {
            throw new AssertionError("read: " + TeamFile.parse(bytes));
        } catch (TeamRefused refused) {
            return refused.why();
        }
    }

    @Test
    void noByteCanBeAnotherOne() throws Exception {
        byte[] whole = bytes();
        TeamFile.parse(whole);
        Map<Why, Integer> counts = new EnumMap<>(Why.class);
        for (int i = 0; i < whole.length; i++) {
            for (int bit : new int[] {0, 1, 5}) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << bit);
                counts.merge(refused(flipped), 1, Integer::sum);
            }
        }
        System.out.println("team list: " + whole.length + " bytes, flipped: " + counts);
        assertThat(counts.keySet()).contains(Why.ALTERED, Why.NOT_A_LIST, Why.NEWER_VERSION);
        assertThat(counts.get(Why.ALTERED)).isGreaterThan(whole.length);
    }

    @Test
    void cutOffAnywhereItIsTruncated() {
        byte[] whole = bytes();
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(refused(Arrays.copyOf(whole, length))).isEqualTo(Why.TRUNCATED);
        }
    }

    @Test
    void whatIsNoListSaysSo() {
        assertThat(refused("Кыргызстан".getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.NOT_A_LIST);
        assertThat(refused(a.card().canonicalBytes())).isEqualTo(Why.NOT_A_LIST);
        byte[] whole = bytes();
        byte[] more = Arrays.copyOf(whole, whole.length + 1);
        more[whole.length] = '\n';
        assertThat(refused(more)).isEqualTo(Why.ALTERED);
    }

    @Test
    void aListSignedByAnotherThanItsSignerIsAltered() {
        TeamList list = at(lead).list();
        Json.Obj forged = list.json().with("signer", a.card().json());
        assertThat(refused(CanonicalJson.bytes(forged))).isEqualTo(Why.ALTERED);
        Json.Obj grown = list.json()
                .with(
                        "members",
                        TeamList.sign(
                                                        a.notebook.device(),
                                                        a.card(),
                                                        1,
                                                        "2024-01-01T00:00:00Z",
                                                        List.of(new Member(a.card(), false)))
                                                .json()
                                                .get("members")
                                        instanceof Json.Array members
                                ? members
                                : Json.NULL);
        assertThat(refused(CanonicalJson.bytes(grown))).isEqualTo(Why.ALTERED);
        Json.Obj newer = list.json().with("version", Json.of(2));
        assertThat(refused(CanonicalJson.bytes(newer))).isEqualTo(Why.NEWER_VERSION);
    }
}
