package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.identity.Card;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/**
 * Three notebooks in one folder, opened by their data keys: {@code a} and {@code b} trust each other, {@code a} holds an
 * interview, nobody knows {@code c}.
 */
record Trio(Laptop laptop, String interview) {
    static Trio in(Path folder) {
        Laptop laptop = new Laptop(folder).opening((file, passphrase, identities, time) -> {
            assertThat(passphrase).isEqualTo(Laptop.PASSPHRASE.toCharArray());
            boolean restored = Files.exists(KeyFileStore.beside(file));
            if (restored) {
                return identities
                        ? Notebook.openWithIdentities(file, passphrase, time)
                        : Notebook.open(file, passphrase);
            }
            return identities ? TestDoor.open(file) : TestDoor.openClosed(file);
        });
        make(folder, "c");
        Card a = make(folder, "a");
        Card b = make(folder, "b");
        trust(folder, "a", b);
        trust(folder, "b", a);
        return new Trio(laptop, laptop.interview("a", "{\"code\":\"Ж-01\"}"));
    }

    private static Card make(Path folder, String name) {
        try (Notebook made = TestDoor.create(folder.resolve(name), name)) {
            Files.write(folder.resolve(name + ".card"), made.card().canonicalBytes());
            return made.card();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trust(Path folder, String name, Card other) {
        try (Notebook open = open(folder, name)) {
            open.devices().trust(other);
        }
    }

    static Notebook open(Path folder, String name) {
        return TestDoor.open(folder.resolve(name));
    }

    /** The line of a file that was imported; the counts from new to gaps. */
    static String line(String file, String result, String reason, long... counts) {
        String[] names = {"new", "changed", "same", "conflicts", "purged", "heldPurges", "forks", "gaps"};
        Json.Obj line = Json.object()
                .with("file", Json.of(file))
                .with("result", Json.of(result))
                .with("reason", reason.isEmpty() ? Json.NULL : Json.of(reason));
        for (int i = 0; i < names.length; i++) {
            line = line.with(names[i], Json.of(i < counts.length ? counts[i] : 0));
        }
        return CanonicalJson.text(line);
    }

    static Run importing(Laptop laptop, String notebook, String... files) {
        List<String> args = new ArrayList<>(List.of("import", laptop.path(notebook)));
        args.addAll(List.of(files));
        return laptop.run(args.toArray(String[]::new));
    }
}
