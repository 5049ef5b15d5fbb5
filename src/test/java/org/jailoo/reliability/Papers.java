package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jailoo.app.CardFile;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.TeamFile;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Staging;
import org.jailoo.bundle.Trust;
import org.jailoo.bundle.UnverifiedBundle;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.identity.SealedKit;
import org.jailoo.notebook.Integrity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;

/** Looks whether what bears a name is whole: bundles, tables, documents, cards, other notebooks. */
final class Papers {
    private final Path notebook;
    private final Stock stock;
    private final ExecutorService workers;
    private final Set<String> seen = new HashSet<>();

    Papers(Path notebook, Stock stock, ExecutorService workers) {
        this.notebook = notebook;
        this.stock = stock;
        this.workers = workers;
    }

    /**
     * Looks at a file, be it there or not.
     *
     * @param acknowledged whether it must be there
     */
    void look(Path file, String kind, boolean acknowledged, Notebook from) throws Exception {
        String what = kind.indexOf(':') < 0 ? kind : kind.substring(0, kind.indexOf(':'));
        String rest = kind.substring(Math.min(kind.length(), what.length() + 1));
        if (what.equals("erased")) {
            erased(file, acknowledged);
            return;
        }
        if (!Files.exists(file) && !what.equals("new") && !what.equals("restored")) {
            assertThat(acknowledged).as("%s %s was acknowledged", kind, file).isFalse();
            return;
        }
        switch (what) {
            case "bundle" -> told(bundle(file, null), from);
            case "backup" -> told(bundle(file, rest.toCharArray()), from);
            case "zip" -> zip(file);
            case "locked" -> locked(file);
            case "csv" -> csv(file);
            case "bytes" ->
                assertThat(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))))
                        .isEqualTo(rest);
            case "card" -> CardFile.read(file);
            case "team" -> TeamFile.read(file);
            case "kit" -> kit(file, from);
            case "folder" -> folder(file, from);
            case "stored" -> stored(file);
            case "new" -> made(file, rest, acknowledged);
            case "restored" -> restored(file, rest, acknowledged);
            default -> throw new IllegalArgumentException(kind);
        }
        if (Files.isRegularFile(file)) {
            Files.delete(file); // Looked at; the next ones need the room.
        }
    }

    /** The id of a bundle that is whole. */
    String bundle(Path file, char @Nullable [] passphrase) throws Exception {
        try (UnverifiedBundle unverified = UnverifiedBundle.open(
                new BufferedInputStream(Files.newInputStream(file)), stock.identities(), passphrase, Progress.NONE)) {
            Bundle bundle = unverified.verify(id -> Trust.Standing.UNKNOWN, true, new Away(), workers);
            return bundle.manifest().bundle();
        }
    }

    /** What lies where others can take it is known to have been handed out: more may be said to have gone, never less. */
    private static void told(String bundle, Notebook from) {
        assertThat(from.custody().about(bundle))
                .as("bundle %s lies there, and the custody log knows of it", bundle)
                .isNotEmpty();
    }

    /** A kit that was sealed opens the notebook: it does not leave before it does. */
    private void kit(Path file, Notebook from) throws IOException {
        byte[] sealed = Files.readAllBytes(file);
        SealedKit.Opening opening = SealedKit.open(sealed, stock.first, device -> Optional.of(from.card()));
        if (!(opening instanceof SealedKit.Opened)) {
            opening = SealedKit.open(sealed, stock.second, device -> Optional.of(from.card()));
        }
        assertThat(opening).isInstanceOf(SealedKit.Opened.class);
        byte[] secret = ((SealedKit.Opened) opening).kit().secret();
        assertThat(KeyFile.openByKit(KeyFileStore.read(KeyFileStore.beside(notebook)), secret, TestDoor.salt(notebook)))
                .as("the kit in %s opens the notebook", file)
                .isInstanceOf(KeyFile.Opened.class);
    }

    private static void zip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("[Content_Types].xml")).isNotNull();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static void locked(Path file) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
            assertThat(decryptor.verifyPassword(PaperDeeds.PASSWORD)).isTrue();
            try (InputStream in = decryptor.getDataStream(container)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void csv(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                assertThat(file.getFileName().toString()).doesNotStartWith(".");
                assertThat(Files.readString(file)).endsWith("\n");
            }
        }
    }

    /** Everything of ours in a shared folder is whole, and was noted before it lay there. */
    private void folder(Path folder, Notebook from) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9a-f]{32}\\.jailoo") && seen.add(name)) {
                    told(bundle(file, null), from);
                }
            }
        }
    }

    private static void sound(Notebook notebook, long revisions) {
        assertThat(notebook.revisions().count()).isEqualTo(revisions);
        notebook.integrity()
                .check(finding -> assertThat(finding.kind().severity())
                        .as(finding.toString())
                        .isEqualTo(Integrity.Severity.ATTENTION));
    }

    private static void nothingElse(Path file) throws IOException {
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .allMatch(n -> n.matches("notebook(\\.keys|\\.lock)?"));
        }
    }

    private static void stored(Path file) throws IOException {
        try (Notebook notebook = Notebook.open(file, KeyDeeds.STORED.toCharArray())) {
            sound(notebook, 7);
        }
        nothingElse(file);
    }

    /** A new notebook is there with its keys, or can be made where it was to be. */
    private static void made(Path file, String passphrase, boolean acknowledged) throws IOException {
        if (!Files.exists(file)) {
            assertThat(acknowledged).as("%s was acknowledged", file).isFalse();
            new NewNotebook(Kdf.FLOOR)
                    .create(file, passphrase.toCharArray(), "N1")
                    .close();
        }
        try (Notebook notebook = Notebook.open(file, passphrase.toCharArray())) {
            sound(notebook, 0);
        }
        nothingElse(file);
    }

    private void restored(Path file, String holdsAndBackup, boolean acknowledged) throws Exception {
        int colon = holdsAndBackup.indexOf(':');
        if (!Files.exists(file)) {
            assertThat(acknowledged).as("%s was acknowledged", file).isFalse();
            new RestoreBackup(Kdf.FLOOR, World.CLOCK, workers)
                    .restore(
                            Path.of(holdsAndBackup.substring(colon + 1)),
                            file,
                            KillTest.PASSPHRASE.toCharArray(),
                            true,
                            Progress.NONE);
        }
        try (Notebook notebook = Notebook.open(file, KillTest.PASSPHRASE.toCharArray())) {
            sound(notebook, Long.parseLong(holdsAndBackup.substring(0, colon)));
        }
        nothingElse(file);
    }

    /** Whole and open, or shut for ever. */
    private static void erased(Path file, boolean acknowledged) throws IOException {
        if (acknowledged) {
            try (Stream<Path> left = Files.list(file.getParent())) {
                assertThat(left).isEmpty();
            }
            return;
        }
        try (Notebook notebook = Notebook.open(file, KillTest.PASSPHRASE.toCharArray())) {
            sound(notebook, 1);
        } catch (NotebookException e) {
            assertThat(e.fault()).isIn(NotebookException.Fault.MISSING, NotebookException.Fault.DAMAGED);
        }
    }

    /** Keeps nothing. */
    private static final class Away implements Staging {
        private final Set<String> ids = new HashSet<>();

        @Override
        public boolean add(Revision revision, long bytes) {
            return ids.add(revision.id());
        }

        @Override
        public boolean hasUnpurgedEditWithoutBody() {
            return false;
        }

        @Override
        public boolean names(String sha256) {
            return true;
        }

        @Override
        public boolean beginAttachment(String sha256, long size) {
            return ids.add(sha256);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void endAttachment() {}
    }
}
