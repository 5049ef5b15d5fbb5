package org.jailoo.guide;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a chapter from Markdown: headings, paragraphs, lists without lists in them, notes after {@code >}, pictures. */
final class ChapterReader {
    private final Parser parser = Parser.builder().build();
    private final Names names;

    ChapterReader(Names names) {
        this.names = names;
    }

    Chapter read(String id, String markdown) {
        String title = "";
        List<Block> opening = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        String heading = null;
        List<Block> blocks = opening;
        for (Node node : children(parser.parse(markdown))) {
            if (node instanceof Heading one && one.getLevel() == 1) {
                title = Block.plain(spans(one));
            } else if (node instanceof Heading two) {
                if (heading != null) {
                    sections.add(new Section(heading, blocks));
                }
                heading = Block.plain(spans(two));
                blocks = new ArrayList<>();
            } else {
                blocks.add(block(node));
            }
        }
        if (heading != null) {
            sections.add(new Section(heading, blocks));
        }
        return new Chapter(id, title, opening, sections);
    }

    private Block block(Node node) {
        if (node instanceof ListBlock list && (list instanceof OrderedList || list instanceof BulletList)) {
            return new Block.Listing(
                    list instanceof OrderedList,
                    children(list).stream().map(this::only).toList());
        }
        if (node instanceof BlockQuote quote) {
            return new Block.Note(only(quote));
        }
        if (node instanceof Paragraph paragraph) {
            Image image = image(paragraph);
            return image == null ? new Block.Words(spans(paragraph)) : picture(image);
        }
        throw new IllegalStateException("the guide has no place for this: " + node);
    }

    private static @Nullable Image image(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Image image && image.getNext() == null ? image : null;
    }

    private Block picture(Image image) {
        String file = image.getDestination();
        return new Block.Picture(
                file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')), Block.plain(spans(image)));
    }

    /** The words of an item or a note, which is one paragraph. */
    private List<Span> only(Node outer) {
        List<Node> inner = children(outer);
        if (inner.size() != 1 || !(inner.get(0) instanceof Paragraph)) {
            throw new IllegalStateException("one paragraph is wanted in " + outer);
        }
        return spans(inner.get(0));
    }

    private List<Span> spans(Node outer) {
        List<Span> spans = new ArrayList<>();
        for (Node node : children(outer)) {
            Span span = span(node);
            boolean after = !spans.isEmpty() && spans.get(spans.size() - 1).kind() == Span.Kind.LABEL;
            // A label that ends in an ellipsis ends the sentence too.
            boolean twice = after
                    && span.text().startsWith(".")
                    && spans.get(spans.size() - 1).text().endsWith("…");
            spans.add(twice ? Span.of(span.text().substring(1), span.kind()) : span);
        }
        return spans;
    }

    private Span span(Node node) {
        if (node instanceof Text text) {
            return Span.of(text.getLiteral(), Span.Kind.PLAIN);
        }
        if (node instanceof Code code) {
            return Span.of(code.getLiteral(), Span.Kind.KEYS);
        }
        if (node instanceof StrongEmphasis) {
            return Span.of(Block.plain(spans(node)), Span.Kind.STRONG);
        }
        if (node instanceof Link link && Names.isName(link.getDestination())) {
            return new Span(names.text(link.getDestination()), Span.Kind.LABEL, link.getDestination());
        }
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return Span.of(" ", Span.Kind.PLAIN);
        }
        return Span.of(Block.plain(spans(node)), Span.Kind.PLAIN);
    }

    private static List<Node> children(Node outer) {
        List<Node> children = new ArrayList<>();
        for (Node node = outer.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}
