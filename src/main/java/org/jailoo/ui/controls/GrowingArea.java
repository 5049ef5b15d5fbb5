package org.jailoo.ui.controls;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Text of many lines: as high as what stands in it, up to a limit. Tab goes on to the next field. */
public final class GrowingArea extends TextArea {
    private static final double MARGIN = 22;
    private static final int LONG = 6000;
    /** Of a line, in heights of a letter. */
    private static final double LINE = 1.38;

    private static final double USUAL = 13;

    private final Text measure = new Text();
    private final int lines;
    private final double most;

    /** An empty one of at least so many lines, which grows to so many pixels where letters have their usual size. */
    public GrowingArea(int lines, double most) {
        this.lines = lines;
        this.most = most;
        setWrapText(true);
        setPrefColumnCount(20);
        setMinHeight(least());
        setPrefHeight(least());
        setMaxHeight(most());
        textProperty().addListener((p, before, now) -> fit());
        widthProperty().addListener((p, before, now) -> fit());
        fontProperty().addListener((p, before, now) -> fit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
    }

    private void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isShiftDown()) {
            event.consume();
            fireEvent(new KeyEvent(this, this, KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, true, false, false));
        }
    }

    private double least() {
        return Math.ceil(lines * getFont().getSize() * LINE + MARGIN);
    }

    private double most() {
        return most * getFont().getSize() / USUAL;
    }

    private void fit() {
        setMaxHeight(most());
        if (getWidth() <= 0) {
            return;
        }
        double height = most();
        if (getLength() < LONG) {
            measure.setFont(getFont());
            measure.setWrappingWidth(Math.max(40, getWidth() - 30));
            measure.setText(getText().isEmpty() ? " " : getText());
            height = measure.getLayoutBounds().getHeight() + MARGIN;
        }
        double fitting = Math.max(least(), Math.min(most(), Math.ceil(height)));
        if (Math.abs(fitting - getPrefHeight()) > 0.5) {
            setMinHeight(fitting);
            setPrefHeight(fitting);
        }
    }
}
