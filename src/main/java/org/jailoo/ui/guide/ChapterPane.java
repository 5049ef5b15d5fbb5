package org.jailoo.ui.guide;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.guide.Block;
import org.jailoo.guide.Chapter;
import org.jailoo.guide.Guide;
import org.jailoo.guide.Section;
import org.jailoo.guide.Span;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;

/** A chapter as it is read: every heading, step, note and picture a node of its own. */
final class ChapterPane extends VBox {
    static final double WIDTH = 720;

    private final GuideModel model;
    private final Guide guide;
    private final Texts texts;
    private final List<Node> headings = new ArrayList<>();

    ChapterPane(GuideModel model, Guide guide, Texts texts, Chapter chapter) {
        this.model = model;
        this.guide = guide;
        this.texts = texts;
        getStyleClass().add("guide-chapter");
        setMaxWidth(texts.letters().pixels(WIDTH));
        getChildren().add(Wrapped.words(chapter.title(), "page-title"));
        chapter.opening().forEach(block -> getChildren().add(node(block)));
        for (Section section : chapter.sections()) {
            Label heading = Wrapped.words(section.title(), "section-title", "guide-heading");
            headings.add(heading);
            getChildren().add(heading);
            section.blocks().forEach(block -> getChildren().add(node(block)));
        }
    }

    /** The heading of a section, to go to; the pane itself for the beginning. */
    Node at(int section) {
        return section < 0 || section >= headings.size() ? this : headings.get(section);
    }

    private Node node(Block block) {
        if (block instanceof Block.Listing listing) {
            return listing(listing);
        }
        if (block instanceof Block.Picture picture) {
            return picture(picture);
        }
        TextFlow flow = flow(block.lines().get(0));
        if (block instanceof Block.Note) {
            VBox note = new VBox(flow);
            note.getStyleClass().addAll("notice", "guide-note");
            return note;
        }
        return flow;
    }

    private Node listing(Block.Listing listing) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-steps");
        ColumnConstraints marks = new ColumnConstraints();
        marks.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(marks, words);
        for (int i = 0; i < listing.items().size(); i++) {
            Label mark = new Label(listing.steps() ? String.valueOf(i + 1) : "–");
            mark.getStyleClass().add(listing.steps() ? "guide-number" : "guide-dash");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(mark, VPos.TOP);
            grid.addRow(i, mark, flow(listing.items().get(i)));
        }
        return grid;
    }

    private Node picture(Block.Picture picture) {
        URL found = guide.picture(picture.name());
        if (found == null) {
            return Wrapped.words(picture.says(), "quiet", "small");
        }
        ImageView view = new ImageView(new Image(found.toExternalForm(), true));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(picture.says());
        // As wide as the words, and never wider than the picture is.
        view.fitWidthProperty()
                .bind(widthProperty()
                        .map(width -> Math.min(
                                width.doubleValue() - 2, texts.letters().pixels(WIDTH))));
        VBox frame = new VBox(view);
        frame.getStyleClass().add("guide-picture");
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(4, frame, Wrapped.words(picture.says(), "quiet", "small"));
        box.getStyleClass().add("guide-figure");
        return box;
    }

    private TextFlow flow(List<Span> spans) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("guide-text");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(Block.plain(spans));
        for (Span span : spans) {
            if (span.kind() == Span.Kind.KEYS) {
                Label cap = new Label(span.text());
                cap.getStyleClass().add("key-cap");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                flow.getChildren().add(cap);
            } else {
                flow.getChildren().addAll(texts(span));
            }
        }
        return flow;
    }

    /** The words of a span; where something is searched for, those that hold it stand apart to be marked. */
    private List<Node> texts(Span span) {
        String style = switch (span.kind()) {
            case LABEL -> "guide-label";
            case STRONG -> "guide-strong";
            default -> "guide-plain";
        };
        if (model.words().isEmpty()) {
            return List.of(text(span.text(), style, false));
        }
        List<Node> nodes = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (String word : span.text().split("(?<=\\s)", -1)) {
            if (!word.isBlank() && model.marks(word)) {
                if (before.length() > 0) {
                    nodes.add(text(before.toString(), style, false));
                    before.setLength(0);
                }
                nodes.add(text(word, style, true));
            } else {
                before.append(word);
            }
        }
        if (before.length() > 0) {
            nodes.add(text(before.toString(), style, false));
        }
        return nodes;
    }

    private static Text text(String words, String style, boolean found) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        if (found) {
            text.getStyleClass().add("guide-found");
        }
        return text;
    }
}
