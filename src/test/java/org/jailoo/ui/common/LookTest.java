package org.jailoo.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Language, theme and text size from one start to the next. */
class LookTest {
    @TempDir
    Path folder;

    @Test
    void languageThemeAndTextSizeAreRememberedAndNothingElse() throws Exception {
        Path file = Look.place(folder.toString());
        Look look = new Look(file, "de", Theme.LIGHT);
        assertThat(look.language()).isEqualTo("en");
        look.speak("ky");
        look.wear(Theme.DARK);
        look.write(new TextSize(150));
        Look next = new Look(file, "en", Theme.LIGHT);
        assertThat(next.language()).isEqualTo("ky");
        assertThat(next.theme()).isEqualTo(Theme.DARK);
        assertThat(next.size()).isEqualTo(new TextSize(150));
        assertThat(Files.readString(file).lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder("language=ky", "theme=DARK", "text=150");
    }

    @Test
    void aFileThatCannotBeReadIsNoReasonNotToStart() throws Exception {
        Path file = folder.resolve("look.properties");
        Files.write(file, "language=\\u00zz".getBytes(StandardCharsets.US_ASCII));
        assertThat(new Look(file, "ru", Theme.LIGHT).language()).isEqualTo("ru");
        Files.write(file, "language=../../etc".getBytes(StandardCharsets.US_ASCII));
        assertThat(new Look(file, "ru", Theme.LIGHT).language()).isEqualTo("en");
        assertThat(new Look(null, "ru", Theme.DARK).theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aNeutralTitleAndNeutralNamesAreRememberedAsWordsThatNameNothing() throws Exception {
        Path file = Look.place(folder.toString());
        Look look = new Look(file, "ky", Theme.LIGHT);
        look.call(WindowTitle.NOTES);
        look.useNeutralNames(true);
        Look next = new Look(file, "ky", Theme.LIGHT);
        assertThat(next.titleProperty().get()).isEqualTo(WindowTitle.NOTES);
        assertThat(next.hasNeutralNames()).isTrue();
        assertThat(Files.readString(file).lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder("language=ky", "theme=LIGHT", "text=100", "title=notes", "names=neutral");
        next.call(WindowTitle.JAILOO);
        next.useNeutralNames(false);
        assertThat(Files.readString(file)).doesNotContain("title").doesNotContain("names");
    }
}
