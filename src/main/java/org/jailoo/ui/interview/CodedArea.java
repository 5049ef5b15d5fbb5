package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;
import org.jailoo.ui.interview.CodingModel.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a narrative: text in which words that were coded are marked. It tells what a person writes, shows what it
 * is given, and undoes nothing by itself: the form does.
 */
final class CodedArea extends StyleClassedTextArea {
    /** Takes what a person wrote. */
    interface Writing {
        void edited(int at, String removed, String inserted);
    }

    private boolean showing;

    CodedArea(Writing writing) {
        super(false);
        getStyleClass().add("coded-area");
        setWrapText(true);
        setUndoManager(UndoUtils.noOpUndoManager());
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        // Tab goes on to the next field, and the form undoes.
        Nodes.addInputMap(this, InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB)));
        Nodes.addInputMap(
                this,
                InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB, javafx.scene.input.KeyCombination.SHIFT_DOWN)));
        plainTextChanges().subscribe(change -> {
            if (!showing) {
                writing.edited(change.getPosition(), change.getRemoved(), change.getInserted());
            }
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        selectionProperty().addListener((p, before, now) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
            notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
        });
    }

    /** Shows a text, changing no more of it than differs, so that the caret stays where people read. */
    void show(String text) {
        String now = getText();
        if (now.equals(text)) {
            return;
        }
        int most = Math.min(now.length(), text.length());
        int front = 0;
        while (front < most && now.charAt(front) == text.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < most - front && now.charAt(now.length() - 1 - back) == text.charAt(text.length() - 1 - back)) {
            back++;
        }
        showing = true;
        try {
            replaceText(front, now.length() - back, text.substring(front, text.length() - back));
        } finally {
            showing = false;
        }
    }

    /** Marks the words of codes; where several overlap, and those of the chosen one, more. */
    void mark(List<Coded> codes, @Nullable String chosen) {
        int length = getLength();
        if (length == 0) {
            return;
        }
        setStyleSpans(0, spans(codes, chosen, length));
    }

    private static StyleSpans<Collection<String>> spans(List<Coded> codes, @Nullable String chosen, int length) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, length));
        List<Coded> placed = codes.stream()
                .filter(one -> one.span() != null && one.span().end() <= length)
                .toList();
        placed.forEach(
                one -> borders.addAll(List.of(span(one).start(), span(one).end())));
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int from = 0;
        for (int to : borders) {
            if (to > from) {
                builder.add(styles(placed, chosen, from), to - from);
                from = to;
            }
        }
        return builder.create();
    }

    private static Span span(Coded one) {
        Span span = one.span();
        if (span == null) {
            throw new IllegalStateException(one.id());
        }
        return span;
    }

    private static Collection<String> styles(List<Coded> placed, @Nullable String chosen, int at) {
        List<Coded> here = placed.stream()
                .filter(one -> span(one).start() <= at && at < span(one).end())
                .toList();
        List<String> styles = new ArrayList<>();
        if (!here.isEmpty()) {
            styles.add(here.size() == 1 ? "coded" : "coded-twice");
        }
        if (here.stream().anyMatch(one -> one.id().equals(chosen))) {
            styles.add("coded-chosen");
        }
        return styles;
    }

    /** The words that are selected; null where none are. */
    @Nullable
    Span selected() {
        return getSelection().getLength() == 0
                ? null
                : new Span(getSelection().getStart(), getSelection().getEnd());
    }

    /** What a screen reader asks, which the library does not answer. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case CARET_OFFSET -> getCaretPosition();
            case EDITABLE -> isEditable();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** What a screen reader does. */
    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.SET_TEXT_SELECTION
                && parameters.length == 2
                && parameters[0] instanceof Integer start
                && parameters[1] instanceof Integer end) {
            selectRange(Math.min(start, getLength()), Math.min(end, getLength()));
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
