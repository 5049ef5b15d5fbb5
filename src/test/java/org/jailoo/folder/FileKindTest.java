package org.jailoo.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that sync programs give to files. */
class FileKindTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "0f3a.jailoo, BUNDLE",
        "0F3A.JAILOO, BUNDLE",
        "0f3a.sync-conflict-20240506-070809-ABCDEFG.jailoo, BUNDLE",
        "0f3a (conflicted copy 2024-05-06 070809).jailoo, BUNDLE",
        "0f3a (1).jailoo, BUNDLE",
        "0f3a.jailoo (копия), BUNDLE",
        "0f3a.jailoo~, BUNDLE",
        "Отчёт ө.jailoo, BUNDLE",
        ".syncthing.0f3a.jailoo.tmp, ARRIVING",
        "~syncthing~0f3a.jailoo.tmp, ARRIVING",
        ".0f3a.jailoo.Xy12Zz, ARRIVING",
        "0f3a.jailoo.part, ARRIVING",
        "0f3a.jailoo.filepart, ARRIVING",
        "0f3a.jailoo.crdownload, ARRIVING",
        ".jailoo-0f3a.part, ARRIVING",
        "0f3a.jailoo.nextcloud, PLACEHOLDER",
        ".0f3a.jailoo.icloud, PLACEHOLDER",
        "._0f3a.jailoo, OTHER",
        ".stfolder, OTHER",
        ".stignore, OTHER",
        "jailoo, OTHER",
        "0f3a.jailoo.docx, OTHER",
        "0f3a.jailoo-notebook, OTHER",
        "desktop.ini, OTHER",
    })
    void namesTellWhatAFileIs(String name, FileKind kind) {
        assertThat(FileKind.of(name)).isEqualTo(kind);
    }

    @Test
    void whatIsBeingWrittenHereIsNoBundle() {
        assertThat(FileKind.of(FileKind.unfinished("0f3a.jailoo"))).isEqualTo(FileKind.ARRIVING);
    }

    @Test
    void aFileComesToRestOnlyOverTime() {
        Looks looks = new Looks();
        Mark mark = new Mark(10, 2000);
        assertThat(looks.settled("x", mark, 0)).isFalse();
        assertThat(looks.settled("x", mark, 3 * SECOND)).isFalse();
        assertThat(looks.settled("x", new Mark(11, 2000), 4 * SECOND)).isFalse();
        assertThat(looks.settled("x", new Mark(11, 2000), 7 * SECOND)).isFalse();
        assertThat(looks.settled("x", new Mark(11, 2000), 8 * SECOND)).isTrue();
        assertThat(looks.settled("x", new Mark(11, 4000), 20 * SECOND)).isFalse();
        assertThat(looks.settled("empty", new Mark(0, 2000), 0)).isFalse();
        assertThat(looks.settled("empty", new Mark(0, 2000), 60 * SECOND)).isFalse();
        looks.keep(Set.of());
        assertThat(looks.settled("x", new Mark(11, 4000), 60 * SECOND)).isFalse();
    }

    @Test
    void whatWasNotWholeIsReadAgainEachTimeLaterAndAtLeastEveryHour() {
        Retries retries = new Retries();
        Mark mark = new Mark(10, 2000);
        assertThat(retries.isDue("x", 0)).isTrue();
        long now = 0;
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            retries.failed("x", mark, now);
            assertThat(retries.isDue("x", now + (minutes * 60L - 1) * SECOND)).isFalse();
            now += minutes * 60L * SECOND;
            assertThat(retries.isDue("x", now)).isTrue();
        }
        retries.failed("x", new Mark(11, 2000), now);
        assertThat(retries.isDue("x", now + 60 * SECOND)).isTrue();
    }
}
