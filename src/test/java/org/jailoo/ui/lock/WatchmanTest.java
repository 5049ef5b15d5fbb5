package org.jailoo.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jailoo.ui.lock.Watchman.Verdict;
import org.junit.jupiter.api.Test;

/** When an open notebook locks by itself, told by clocks that the test moves. */
class WatchmanTest {
    private long wall = 1_800_000_000_000L;
    private long steady = 55;
    private final Watchman watchman = new Watchman(now(), Duration.ofMinutes(5));

    private Moment now() {
        return new Moment(wall, steady);
    }

    private void pass(long millis) {
        wall += millis;
        steady += millis * 1_000_000;
    }

    /** Looks once a second for so long; whether it locked at the end, and not before. */
    private boolean locksExactlyAfter(int seconds) {
        for (int i = 1; i <= seconds; i++) {
            pass(1000);
            if (watchman.look(now()) == Verdict.LOCK) {
                return i == seconds;
            }
        }
        return false;
    }

    @Test
    void locksAfterFiveMinutesInWhichNobodyTouchedIt() {
        assertThat(locksExactlyAfter(300)).isTrue();
    }

    @Test
    void everyTouchBeginsTheTimeAnew() {
        for (int i = 0; i < 10; i++) {
            assertThat(locksExactlyAfter(299)).isFalse();
            assertThat(watchman.touched(now())).isEqualTo(Verdict.STAY);
        }
        assertThat(locksExactlyAfter(300)).isTrue();
    }

    @Test
    void anotherIdleTimeCountsAtOnce() {
        assertThat(locksExactlyAfter(100)).isFalse();
        watchman.idleAfter(Duration.ofMinutes(2));
        assertThat(locksExactlyAfter(20)).isTrue();
    }

    @Test
    void warnsInTheLastTwentySecondsAndCountsThemDown() {
        pass(29_000);
        for (int i = 0; i < 9; i++) {
            watchman.look(now());
            assertThat(watchman.secondsLeft()).isZero();
            pass(30_000);
        }
        watchman.look(now());
        // 29 + 9 × 30 = 299 seconds are gone.
        assertThat(watchman.secondsLeft()).isEqualTo(1);
        watchman.touched(now());
        assertThat(watchman.secondsLeft()).isZero();
        assertThat(locksExactlyAfter(280)).isFalse();
        assertThat(watchman.secondsLeft()).isEqualTo(20);
        pass(500);
        watchman.look(now());
        assertThat(watchman.secondsLeft()).isEqualTo(20);
        pass(500);
        watchman.look(now());
        assertThat(watchman.secondsLeft()).isEqualTo(19);
    }

    @Test
    void aSleepInWhichTheSteadyClockStoodStillLocksAtTheFirstLook() {
        locksExactlyAfter(10);
        wall += 30_001;
        assertThat(watchman.look(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void aSleepInWhichBothClocksWentOnLocksToo() {
        pass(30_001);
        assertThat(watchman.look(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void theTouchThatWakesTheMachineIsTooLate() {
        wall += 3_600_000;
        assertThat(watchman.touched(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void thirtySecondsAreNoGap() {
        wall += 30_000;
        assertThat(watchman.look(now())).isEqualTo(Verdict.STAY);
    }

    @Test
    void aClockThatIsSetBackNeitherLocksNorKeepsItOpen() {
        locksExactlyAfter(100);
        wall -= 86_400_000;
        assertThat(watchman.look(now())).isEqualTo(Verdict.STAY);
        assertThat(locksExactlyAfter(200)).isTrue();
    }

    @Test
    void aClockThatIsSetBackAtEveryLookDoesNotKeepItOpen() {
        for (int i = 1; i < 300; i++) {
            pass(1000);
            wall -= 7_000;
            assertThat(watchman.look(now())).isEqualTo(Verdict.STAY);
        }
        pass(1000);
        assertThat(watchman.look(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void aClockThatIsSetForwardLocks() {
        wall += 3_600_000;
        assertThat(watchman.look(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void escapeTwiceWithinThreeHundredMillisecondsLocks() {
        assertThat(watchman.escapeDown(now())).isEqualTo(Verdict.STAY);
        watchman.escapeUp();
        pass(300);
        assertThat(watchman.escapeDown(now())).isEqualTo(Verdict.LOCK);
    }

    @Test
    void escapeTwiceMoreSlowlyDoesNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(watchman.escapeDown(now())).isEqualTo(Verdict.STAY);
            watchman.escapeUp();
            pass(301);
        }
    }

    @Test
    void escapeThatIsHeldDownOrToldOfByTwoWindowsIsOnePress() {
        for (int i = 0; i < 50; i++) {
            assertThat(watchman.escapeDown(now())).isEqualTo(Verdict.STAY);
            pass(30);
        }
    }
}
