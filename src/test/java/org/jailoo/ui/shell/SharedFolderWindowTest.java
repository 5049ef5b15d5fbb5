package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import org.jailoo.app.FolderView;
import org.jailoo.app.FolderView.State;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.SharedFolder.Choice;
import org.jailoo.app.Steps;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person shares a stick with a colleague: chooses it, sends, sees what came, imports it, and pulls it out. */
class SharedFolderWindowTest {
    @TempDir
    Path place;

    private static void interview(Notebook notebook, String code) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        save.save(save.open("interview", null), Json.object(Map.of("code", Json.of(code))));
    }

    /** The colleague's program looks twice, takes in what is complete, and writes what it has to say. */
    private static int exchanges(Notebook notebook, Path stick, String with) throws Exception {
        long[] ticks = {0};
        ImportBundle imports = new ImportBundle(notebook, Person.CLOCK, ForkJoinPool.commonPool());
        SharedFolder shared = new SharedFolder(notebook, imports, Person.CLOCK, () -> ticks[0]);
        Choice choice = new Choice(stick, List.of(with), false, false);
        shared.choose(choice);
        shared.look(choice, false, Steps.UNWATCHED);
        ticks[0] = 10_000_000_000L;
        FolderView view = shared.look(choice, false, Steps.UNWATCHED);
        int taken = 0;
        for (FolderView.Found file : view.in(State.READY)) {
            try (ImportBundle.Waiting waiting = imports.stage(
                    file.path(), null, new ImportBundle.Allowed(false, false), org.jailoo.bundle.Progress.NONE)) {
                waiting.write();
                taken++;
            }
        }
        shared.write(choice, shared.plan(choice, view), view, false, Steps.UNWATCHED);
        return taken;
    }

    private static long bundles(Path stick) throws Exception {
        try (Stream<Path> files = Files.list(stick)) {
            return files.filter(f -> f.toString().endsWith(".jailoo")).count();
        }
    }

    @Test
    void aStickGoesToAColleagueAndComesBack() throws Exception {
        Path stick = Files.createDirectory(place.resolve("stick"));
        Path file = place.resolve("notebook");
        try (Notebook colleague = TestDoor.create(place.resolve("colleague"), "OSH-07")) {
            String self;
            try (Notebook notebook = TestDoor.createWithKeys(file, "A7", "ak kalpak", Kdf.FLOOR)) {
                interview(notebook, "A7-0001");
                notebook.devices().trust(colleague.card());
                colleague.devices().trust(notebook.card());
                self = notebook.device().deviceId();
            }
            interview(colleague, "OSH-0001");
            try (Person person = new Person(file)) {
                person.types("passphrase", "ak kalpak");
                person.press("unlock");
                person.until(() -> person.sees("nav-exchange"));
                person.rest();
                person.press("nav-exchange");
                person.press("part-folder");
                assertThat(person.sees("folder-send")).isFalse();
                person.chooses.add(stick);
                person.press("folder-choose");
                person.until(() -> person.sees("folder-send"));
                assertThat(person.find("folder-send", Button.class).isDisabled())
                        .isTrue();
                CheckBox whom =
                        (CheckBox) person.all("folder-receiver").iterator().next();
                person.press(whom);
                person.until(() -> person.reads("folder-plan").startsWith("1 record "));
                assertThat(bundles(stick)).isZero();
                person.press("folder-send");
                person.until(() -> person.sees("folder-said"));
                assertThat(person.reads("folder-said")).isEqualTo("It lies in the folder now.");
                assertThat(person.reads("folder-unconfirmed")).startsWith("1 record ");
                assertThat(bundles(stick)).isEqualTo(1);

                assertThat(exchanges(colleague, stick, self)).isEqualTo(1);
                assertThat(bundles(stick)).isEqualTo(2);
                // Nobody presses anything: the folder is looked into by itself, and nothing is imported.
                person.until(() -> person.sees("folder-take"));
                assertThat(person.notebook().revisions().count()).isEqualTo(1);
                person.press("folder-take");
                person.until(() -> !person.all("import-sender").isEmpty());
                assertThat(person.notebook().revisions().count()).isEqualTo(1);

                person.press("part-folder");
                Files.move(stick, place.resolve("pulled"));
                person.press("folder-look");
                person.until(() -> person.sees("folder-trouble"));
                assertThat(person.reads("folder-trouble")).startsWith("The folder is not there.");
                assertThat(person.sees("folder-send")).isFalse();
            }
        }
    }
}
