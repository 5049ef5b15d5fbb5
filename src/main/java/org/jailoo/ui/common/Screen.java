package org.jailoo.ui.common;

import javafx.scene.Parent;

/** One screen of the window, as its shell shows it. */
public interface Screen {
    /** The node, made anew for the language that is on; what was typed lives in the view model. */
    Parent view();

    /** It comes into view: what may have changed is read again. */
    default void shown() {}

    /** Puts the keyboard where people begin. */
    default void focus() {}

    /** It goes out of view: what it has subscribed is closed. */
    default void hidden() {}

    /** What must still be done so that nothing typed is lost: taken now, done before the notebook closes, on any thread. */
    default Runnable rest() {
        return () -> {};
    }

    /** The notebook closes: it is not shown again, and starts nothing more. */
    default void end() {}

    /** Whether it may be left; where not, it has asked the person, and calls {@code then} if she agrees. */
    default boolean mayLeave(Runnable then) {
        return true;
    }
}
