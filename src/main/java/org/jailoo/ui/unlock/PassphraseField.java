package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;

/** A field in which a passphrase is typed unseen. */
final class PassphraseField {
    private PassphraseField() {}

    /**
     * One that a screen reader names, and that rests while something runs.
     *
     * @param name what it is for, in the reader's language
     */
    static PasswordTextField of(String id, String name, ObservableBooleanValue busy) {
        PasswordTextField field = new PasswordTextField();
        field.setId(id);
        field.setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        field.setAccessibleText(name);
        field.disableProperty().bind(busy);
        return field;
    }

    /** What was typed; the field is empty afterwards. */
    static char[] taken(PasswordTextField field) {
        char[] typed = field.getPassword().toCharArray();
        field.clear();
        return typed;
    }
}
