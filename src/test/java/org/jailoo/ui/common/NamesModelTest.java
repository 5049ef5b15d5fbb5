package org.jailoo.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.NamesModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door to names closes when nobody uses it; the clock is the test's. */
class NamesModelTest {
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder = Path.of("");

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2024-05-06T07:08:09Z");

        void on(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();
    private final SimpleIntegerProperty minutes = new SimpleIntegerProperty(3);
    private Notebook notebook = none();
    private NamesModel names = none();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    @BeforeEach
    void open() {
        Path file = folder.resolve("n");
        TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR).close();
        notebook = Notebook.open(file, PASSPHRASE.toCharArray());
        names = new NamesModel(new NamesModel.Room(notebook.identities(), Tasks.direct(), clock, minutes), false);
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void aPassphraseOpensItIsWipedAndAWrongOneSaysSo() {
        assertThat(names.state().get()).isEqualTo(State.CLOSED);
        char[] wrong = "ak kalpok".toCharArray();
        names.open(wrong, null);
        assertThat(wrong).containsOnly(' ');
        assertThat(names.state().get()).isEqualTo(State.CLOSED);
        assertThat(names.failure().get()).isEqualTo(Sentence.of("identity.open.wrong"));
        char[] right = PASSPHRASE.toCharArray();
        names.open(right, null);
        assertThat(right).containsOnly(' ');
        assertThat(names.isOpen()).isTrue();
        assertThat(names.failure().get()).isNull();
        assertThat(names.left().get()).isEqualTo(180);
    }

    @Test
    void itClosesThreeMinutesAfterItWasUsedLastAndNotAMomentLater() {
        names.open(PASSPHRASE.toCharArray(), null);
        clock.on(Duration.ofSeconds(100));
        names.tick();
        assertThat(names.left().get()).isEqualTo(80);
        names.used();
        clock.on(Duration.ofSeconds(179));
        names.tick();
        assertThat(names.isOpen()).isTrue();
        assertThat(names.left().get()).isEqualTo(1);
        clock.on(Duration.ofSeconds(1));
        names.tick();
        assertThat(names.isOpen()).isFalse();
        assertThat(notebook.identities().isOpen()).isFalse();
    }

    @Test
    void theTimeIsChosenAndAClockThatWasSetBackClosesItToo() {
        minutes.set(1);
        names.open(PASSPHRASE.toCharArray(), null);
        clock.on(Duration.ofSeconds(60));
        names.tick();
        assertThat(names.isOpen()).isFalse();
        names.open(PASSPHRASE.toCharArray(), null);
        clock.on(Duration.ofSeconds(-5));
        names.tick();
        assertThat(names.isOpen()).isFalse();
    }

    @Test
    void aClockThatIsSetBackALittleAgainAndAgainDoesNotKeepThemOpen() {
        names.open(PASSPHRASE.toCharArray(), null);
        for (int i = 0; i < 100 && names.isOpen(); i++) {
            clock.on(Duration.ofSeconds(50));
            names.tick();
            clock.on(Duration.ofSeconds(-49));
            names.tick();
        }
        assertThat(names.isOpen()).isFalse();
        // A clock that is kept right steps back by a hair now and then.
        names.open(PASSPHRASE.toCharArray(), null);
        clock.on(Duration.ofSeconds(9));
        names.tick();
        clock.on(Duration.ofMillis(-30));
        names.tick();
        assertThat(names.isOpen()).isTrue();
    }

    @Test
    void whatNeedsThemHoldsThemOpenUntilItIsDone() {
        names.open(PASSPHRASE.toCharArray(), null);
        Runnable let = names.hold();
        clock.on(Duration.ofMinutes(20));
        names.tick();
        assertThat(names.isOpen()).isTrue();
        let.run();
        let.run();
        clock.on(Duration.ofMinutes(3));
        names.tick();
        assertThat(names.isOpen()).isFalse();
    }

    /** Taken while it is still open, written after: nothing typed is lost, and nothing of it is on the screen. */
    @Test
    void whatWasTypedIsTakenBeforeItCloses() {
        List<String> order = new ArrayList<>();
        names.open(PASSPHRASE.toCharArray(), null);
        names.keeping(() -> {
            order.add("taken, open " + notebook.identities().isOpen());
            return () -> order.add("kept, open " + notebook.identities().isOpen());
        });
        names.state().addListener((p, was, is) -> order.add("gone from the screen"));
        names.close();
        assertThat(order).containsExactly("taken, open true", "gone from the screen", "kept, open false");
    }

    @Test
    void theSampleStaysOpen() {
        names.open(PASSPHRASE.toCharArray(), null);
        NamesModel sample =
                new NamesModel(new NamesModel.Room(notebook.identities(), Tasks.direct(), clock, minutes), true);
        assertThat(sample.isOpen()).isTrue();
        clock.on(Duration.ofDays(1));
        sample.tick();
        sample.close();
        assertThat(sample.isOpen()).isTrue();
    }
}
