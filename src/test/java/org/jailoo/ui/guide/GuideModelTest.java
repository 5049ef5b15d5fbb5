package org.jailoo.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jailoo.guide.Guide;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.guide.GuideModel.Line;
import org.junit.jupiter.api.Test;

/** What is found in the guide. */
class GuideModelTest {
    private final GuideModel model = new GuideModel();

    private List<Line> found(String language, String typed) {
        model.typedProperty().set(typed);
        return model.lines(model.guide(Texts.of(language)));
    }

    @Test
    void withoutWordsTheContentsAreWhole() {
        Guide guide = Guide.of("en");
        assertThat(found("en", " "))
                .hasSize(guide.chapters().stream()
                        .mapToInt(chapter -> 1 + chapter.sections().size())
                        .sum());
    }

    @Test
    void everyWordStandsInWhatIsFound() {
        List<Line> lines = found("en", "recovery  PAGE");
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .extracting(Line::title)
                .contains("Make the recovery kit")
                .doesNotContain("Find it again");
        assertThat(found("en", "xyzzy")).isEmpty();
    }

    @Test
    void kyrgyzTypedOnARussianKeyboardIsFound() {
        assertThat(found("ky", "камдык кочурмо")).extracting(Line::title).anyMatch(title -> title.contains("көчүрмө"));
    }

    @Test
    void keysAreFoundAsTheyAreWritten() {
        assertThat(found("ru", "Ctrl+Shift+Delete")).extracting(Line::title).contains("Ноутбук в опасности");
    }

    @Test
    void onlyWordsThatWereTypedAreMarked() {
        found("ky", "көчүрмө");
        assertThat(model.marks("көчүрмөсү,")).isTrue();
        assertThat(model.marks("флешка")).isFalse();
    }
}
