package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The guide at the window, before a notebook is open. */
class GuideWindowTest {
    private static String focused(Person person) {
        return person.onWindow(() -> {
            Node owner = person.shell().scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /** Whether the section that is chosen is the first that is read, or the chapter ends below it. */
    private static boolean isSelectedAtTheTop(Person person, ListView<?> contents) {
        ScrollPane reading = person.find("guide-reading", ScrollPane.class);
        String chosen = String.valueOf(contents.getSelectionModel().getSelectedItem());
        double top = reading.localToScene(0, 0).getY();
        return reading.lookupAll(".guide-heading").stream()
                .filter(heading -> heading instanceof Label label && chosen.contains("=" + label.getText()))
                .anyMatch(heading -> {
                    double below = heading.localToScene(0, 0).getY() - top;
                    return below > -40 && below < (reading.getVvalue() == reading.getVmax() ? 700 : 80);
                });
    }

    @Test
    void itIsReachedByF1FollowsTheLanguageAndIsSearchedByKeyboard() throws Exception {
        try (Person person = new Person(null)) {
            person.robot().type(KeyCode.F1);
            person.until(() -> person.sees("key-list"));
            person.press("key-list-guide");
            person.until(() -> person.sees("guide-contents"));
            assertThat(person.sees("key-list")).isFalse();
            person.onWindow(() -> {
                person.look.speak("ky");
                return person;
            });
            person.rest();
            assertThat(person.sees("guide-contents")).isTrue();
            person.robot().push(KeyCode.CONTROL, KeyCode.F);
            person.rest();
            assertThat(focused(person)).isEqualTo("guide-search");
            TextField search = person.find("guide-search", TextField.class);
            person.robot().interact(() -> search.setText("дүмүрчөк"));
            person.rest();
            ListView<?> contents = person.find("guide-contents", ListView.class);
            int found = person.onWindow(() -> contents.getItems().size());
            assertThat(found).isBetween(2, 12);
            int before = person.onWindow(() -> contents.getSelectionModel().getSelectedIndex());
            person.robot().push(KeyCode.ENTER);
            person.rest();
            int after = person.onWindow(() -> contents.getSelectionModel().getSelectedIndex());
            assertThat(after).isNotEqualTo(before);
            assertThat(person.all("guide-found")).isNotEmpty();
            for (int i = 0; i < found; i++) {
                person.robot().push(KeyCode.ENTER);
                person.until(() -> person.onWindow(() -> isSelectedAtTheTop(person, contents)));
            }
            person.press("read-guide");
            assertThat(person.sees("guide-contents")).isFalse();
            assertThat(person.sees("mode-create")).isTrue();
        }
    }
}
