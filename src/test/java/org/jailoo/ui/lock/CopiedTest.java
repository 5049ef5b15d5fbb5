package org.jailoo.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of words on the clipboard. */
class CopiedTest implements Copied.Board {
    private @Nullable String text;
    private long wall = 1_800_000_000_000L;
    private long steady;
    private final Copied copied = new Copied(this);

    @Override
    public Optional<String> hash() {
        return Optional.ofNullable(text);
    }

    @Override
    public void clear() {
        text = null;
    }

    private Moment now() {
        return new Moment(wall, steady);
    }

    private void look(long millis) {
        wall += millis;
        steady += millis * 1_000_000;
        copied.look(now());
    }

    private boolean copy(@Nullable String words) {
        copied.before();
        if (words != null) {
            text = words;
        }
        return copied.after(now());
    }

    @Test
    void whatWasCopiedIsClearedAfterThirtySecondsAndNotBefore() {
        assertThat(copy("айлык")).isTrue();
        look(29_999);
        assertThat(text).isEqualTo("айлык");
        look(1);
        assertThat(text).isNull();
    }

    @Test
    void whatSomebodyCopiedElsewhereMeanwhileStays() {
        copy("айлык");
        text = "another program's";
        look(40_000);
        assertThat(text).isEqualTo("another program's");
        copied.end();
        assertThat(text).isEqualTo("another program's");
    }

    @Test
    void aKeyThatCopiedNothingTouchesNothing() {
        text = "another program's";
        assertThat(copy(null)).isFalse();
        look(40_000);
        copied.end();
        assertThat(text).isEqualTo("another program's");
    }

    @Test
    void aLockClearsAtOnce() {
        copy("айлык");
        copied.end();
        assertThat(text).isNull();
    }

    @Test
    void copyingTheSameWordsAgainBeginsTheTimeAnew() {
        copy("айлык");
        look(20_000);
        assertThat(copy("айлык")).isTrue();
        look(20_000);
        assertThat(text).isEqualTo("айлык");
        look(10_000);
        assertThat(text).isNull();
    }

    @Test
    void aSleepCountsToo() {
        copy("айлык");
        wall += 60_000;
        copied.look(now());
        assertThat(text).isNull();
    }
}
