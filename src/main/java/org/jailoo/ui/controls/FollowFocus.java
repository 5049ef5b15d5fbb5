package org.jailoo.ui.controls;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls a pane so that the field with the keyboard is always in sight, which a scroll pane does not do by itself. */
public final class FollowFocus {
    private static final double ROOM = 28;

    private final ScrollPane pane;
    private final ChangeListener<Node> focus = (p, before, now) -> show(now);
    private final ChangeListener<Scene> scene = (p, before, now) -> move(before, now);

    public FollowFocus(ScrollPane pane) {
        this.pane = pane;
        pane.sceneProperty().addListener(scene);
        move(null, pane.getScene());
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(focus);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(focus);
        }
    }

    /** Ends it. */
    public void close() {
        pane.sceneProperty().removeListener(scene);
        move(pane.getScene(), null);
    }

    /** Scrolls as little as needed to bring a node inside the pane into sight. */
    public void show(@Nullable Node node) {
        Node content = pane.getContent();
        if (node == null || content == null || !isInside(node, content)) {
            return;
        }
        Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        double top = hidden * pane.getVvalue();
        if (hidden <= 0 || (at.getMinY() >= top && at.getMaxY() <= top + seen)) {
            return;
        }
        boolean below = at.getMaxY() > top + seen && at.getHeight() + 2 * ROOM < seen;
        double wanted = below ? at.getMaxY() + ROOM - seen : at.getMinY() - ROOM - 20;
        pane.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }

    private static boolean isInside(Node node, Node content) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
