package org.jailoo.ui.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jailoo.guide.Chapter;
import org.jailoo.guide.Guide;
import org.jailoo.search.Folding;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** Where a person is in the guide, and what she searches for in it; both stay when the language changes. */
public final class GuideModel {
    /**
     * A place in the guide.
     *
     * @param section -1 for the beginning of the chapter
     */
    record Spot(int chapter, int section) {}

    /** A line of the contents: a chapter, or a section of it. */
    record Line(Spot spot, String title) {
        boolean isChapter() {
            return spot.section() < 0;
        }
    }

    private final ObjectProperty<Spot> spot = new SimpleObjectProperty<>(new Spot(0, -1));
    private final StringProperty typed = new SimpleStringProperty("");
    private String language = "";
    private @Nullable Guide guide;

    ObjectProperty<Spot> spotProperty() {
        return spot;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /** The guide in the language that is on; read when somebody asks for it, and once. */
    Guide guide(Texts texts) {
        Guide read = guide;
        if (read == null || !language.equals(texts.language())) {
            read = Guide.of(texts.language());
            guide = read;
            language = texts.language();
        }
        return read;
    }

    /** The contents: all of them, or the sections in which every word stands that was typed, with their chapters. */
    List<Line> lines(Guide guide) {
        List<String> words = words();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < guide.chapters().size(); i++) {
            Chapter chapter = guide.chapters().get(i);
            List<Line> found = new ArrayList<>();
            for (int j = 0; j < chapter.sections().size(); j++) {
                if (holds(chapter.sections().get(j).text(), words)) {
                    found.add(new Line(new Spot(i, j), chapter.sections().get(j).title()));
                }
            }
            if (words.isEmpty() || !found.isEmpty()) {
                lines.add(new Line(new Spot(i, -1), chapter.title()));
                lines.addAll(found);
            }
        }
        return lines;
    }

    /** The words that were typed, as they are compared. */
    List<String> words() {
        return Arrays.stream(Folding.fold(typed.get()).split(" ", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean holds(String text, List<String> words) {
        String folded = Folding.fold(text.toLowerCase(Locale.ROOT));
        return words.stream().allMatch(folded::contains);
    }

    /** Whether one of the words that were typed stands in these. */
    boolean marks(String text) {
        String folded = Folding.fold(text);
        return words().stream().anyMatch(word -> word.length() > 1 && folded.contains(word));
    }
}
