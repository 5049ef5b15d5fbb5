package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jailoo.app.FolderDropping.Moment;
import org.jailoo.app.FolderPlan.What;
import org.jailoo.app.FolderTrouble.Stopped;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.app.SharedFolder.Choice;
import org.jailoo.folder.FileKind;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of a shared folder by itself: what is written when, what is offered, and what may go. */
class SharedFolderRulesTest {
    @TempDir
    Path place;

    private Path folder;
    private Laptop a;
    private Laptop b;
    private Sharing ofA;
    private Sharing ofB;
    private long nanos;
    private Duration later = Duration.ZERO;

    @BeforeEach
    void twoFriendsAndAFolder() throws Exception {
        folder = Files.createDirectory(place.resolve("shared"));
        List<Laptop> friends = Laptop.friends(place, "A", "B");
        a = friends.get(0);
        b = friends.get(1);
        ofA = new Sharing(a, b, moment -> {});
        ofB = new Sharing(b, a, moment -> {});
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    /** One laptop and the folder. */
    private final class Sharing {
        private final Laptop laptop;
        private final SharedFolder shared;
        private final Choice choice;

        Sharing(Laptop laptop, Laptop other, Consumer<Moment> moments) {
            this(laptop, folder, List.of(other.device()), moments);
        }

        Sharing(Laptop laptop, Path folder, List<String> to, Consumer<Moment> moments) {
            this.laptop = laptop;
            this.shared = new SharedFolder(
                    laptop.notebook,
                    new ImportBundle(laptop.notebook, Laptop.CLOCK, Laptop.WORKERS),
                    Clock.offset(Laptop.CLOCK, later),
                    () -> nanos,
                    moments);
            this.choice = new Choice(folder, to, true, false);
            shared.choose(choice);
        }

        /** Two looks that lie apart. */
        FolderView look() {
            shared.look(choice, false, Steps.UNWATCHED);
            nanos += 5_000_000_000L;
            return shared.look(choice, false, Steps.UNWATCHED);
        }

        FolderPlan plan() throws Exception {
            return shared.plan(choice, look());
        }

        /** The path of what was written. */
        Path write() throws Exception {
            FolderView view = look();
            List<Path> before = all();
            shared.write(choice, shared.plan(choice, view), view, false, Steps.UNWATCHED);
            List<Path> after = all();
            after.removeAll(before);
            assertThat(after).hasSize(1);
            return after.get(0);
        }

        void takeAll() throws Exception {
            for (Found file : look().in(State.READY)) {
                laptop.takes(file.path());
            }
        }

        State state(Path file) {
            return look().files().stream()
                    .filter(f -> f.path().equals(file))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }
    }

    private List<Path> all() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    @Test
    void oneFileGoesOneWordComesBackAndThenItIsQuiet() throws Exception {
        assertThat(ofA.plan().what()).as("an empty notebook has nothing to say").isEqualTo(What.NOTHING);
        a.interview("one");
        assertThat(ofA.plan()).extracting("what", "records", "unconfirmed").containsExactly(What.CHANGES, 1L, 1L);
        ofA.write();
        assertThat(ofA.plan()).extracting("what", "unconfirmed").containsExactly(What.NOTHING, 1L);
        ofB.takeAll();
        assertThat(ofB.plan().what()).isEqualTo(What.RECEIPT);
        ofB.write();
        assertThat(ofB.plan().what()).isEqualTo(What.NOTHING);
        ofA.takeAll();
        assertThat(ofA.plan()).extracting("what", "unconfirmed").containsExactly(What.NOTHING, 0L);
        assertThat(all()).hasSize(2).allMatch(p -> p.getFileName().toString().matches("[0-9a-f]{32}\\.jailoo"));
        assertThat(a.lines()).isEqualTo(b.lines());
    }

    @Test
    void aFileThatTheReceiverLacksIsSentOnceNotWithEveryLook() throws Exception {
        String sha256 = a.attaches(a.interview("one"), "a photograph".getBytes(StandardCharsets.UTF_8));
        ofA.write();
        ofB.takeAll();
        Inside.run(b.notebook, "DELETE FROM chunk; DELETE FROM attachment");
        assertThat(ofB.plan().what()).isEqualTo(What.RECEIPT);
        ofB.write();
        ofA.takeAll();
        assertThat(ofA.plan()).extracting("what", "records").containsExactly(What.CHANGES, 1L);
        ofA.write();
        assertThat(ofA.plan().what()).isEqualTo(What.NOTHING);
        ofB.takeAll();
        assertThat(b.holdsFile(sha256)).isTrue();
        ofB.write();
        ofA.takeAll();
        assertThat(ofA.plan().what()).isEqualTo(What.NOTHING);
        assertThat(ofB.plan().what()).isEqualTo(What.NOTHING);
    }

    @Test
    void whatDependsOnAFileThatIsGoneIsSentAgain() throws Exception {
        a.interview("one");
        Path first = ofA.write();
        a.interview("two");
        assertThat(ofA.plan().records()).as("the first lies there").isEqualTo(1);
        ofA.write();
        assertThat(ofA.plan().what()).isEqualTo(What.NOTHING);
        Files.delete(first);
        assertThat(ofA.plan()).extracting("what", "records").containsExactly(What.CHANGES, 2L);
        ofA.write();
        ofB.takeAll();
        assertThat(b.lines()).isEqualTo(a.lines());
    }

    @Test
    void oursThatSomethingChangedCountsForNothing() throws Exception {
        a.interview("one");
        Path first = ofA.write();
        byte[] bytes = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(ofA.state(first)).isEqualTo(State.OURS_DAMAGED);
        assertThat(ofA.plan().what()).isEqualTo(What.CHANGES);
        // The same bytes at another time are the same file.
        Files.write(first, bytes);
        Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(ofA.state(first)).isEqualTo(State.OURS);
        assertThat(ofA.plan().what()).isEqualTo(What.NOTHING);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        assertThat(ofA.plan().what()).isEqualTo(What.CHANGES);
        assertThat(ofA.look().in(State.OURS_DAMAGED)).hasSize(1);
    }

    @Test
    void onlyWhatEverybodyHasConfirmedMayGoAndOnlyWhileItIsOurs() throws Exception {
        Laptop c = Laptop.create(place, "C");
        try (c) {
            a.trusts(c);
            c.trusts(a);
            Sharing toBoth = new Sharing(a, folder, List.of(b.device(), c.device()), moment -> {});
            a.interview("one");
            Path ours = toBoth.write();
            assertThat(toBoth.plan().spent()).isEmpty();
            ofB.takeAll();
            Path word = ofB.write();
            toBoth.takeAll();
            assertThat(toBoth.plan().spent()).as("C has not said anything").isEmpty();
            Sharing ofC = new Sharing(c, a, moment -> {});
            ofC.takeAll();
            ofC.write();
            toBoth.takeAll();
            List<String> spent = toBoth.plan().spent();
            assertThat(spent).containsExactly(ours.getFileName().toString());
            byte[] bytes = Files.readAllBytes(ours);
            byte[] theirs = bytes.clone();
            theirs[100] ^= 1;
            FileTime time = Files.getLastModifiedTime(ours);
            FolderView view = toBoth.look();
            Files.write(ours, theirs);
            Files.setLastModifiedTime(ours, time);
            assertThat(toBoth.shared.clear(view, spent, Steps.UNWATCHED)).isZero();
            Files.write(ours, bytes);
            Files.setLastModifiedTime(ours, time);
            List<String> wanted = List.of(spent.get(0), word.getFileName().toString());
            assertThat(toBoth.shared.clear(view, wanted, Steps.UNWATCHED)).isEqualTo(1);
            assertThat(ours).doesNotExist();
            assertThat(word).exists();
            // What relied on it goes on to count.
            assertThat(toBoth.plan().what()).isEqualTo(What.NOTHING);
        }
    }

    @Test
    void aFileIsOfferedWhenItHasComeToRestAndIsWholeAndCalledDamagedAfterADay() throws Exception {
        byte[] noise = new byte[150_000];
        new Random(1).nextBytes(noise);
        // Long even when compressed: its beginning can be read by itself.
        a.interview(HexFormat.of().formatHex(noise));
        Path whole = ofA.write();
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(ofB.state(whole)).isEqualTo(State.ARRIVING);
        Files.write(whole, new byte[0]);
        assertThat(ofB.state(whole)).isEqualTo(State.ARRIVING);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 10));
        assertThat(ofB.state(whole)).isEqualTo(State.ARRIVING);
        String before = b.dump();
        later = Duration.ofHours(25);
        Sharing tomorrow = new Sharing(b, a, moment -> {});
        Found damaged = tomorrow.look().in(State.DAMAGED).get(0);
        assertThat(damaged.sender()).as("whom to ask").isEqualTo(a.device());
        assertThat(b.dump()).isEqualTo(before);
        Files.write(whole, bytes);
        FolderView first = tomorrow.shared.look(tomorrow.choice, false, Steps.UNWATCHED);
        assertThat(first.in(State.READY)).as("one look is not enough").isEmpty();
        nanos += 3_000_000_000L;
        assertThat(tomorrow.shared.look(tomorrow.choice, false, Steps.UNWATCHED).in(State.READY))
                .as("nor is a second one right after it")
                .isEmpty();
        assertThat(tomorrow.state(whole)).isEqualTo(State.READY);
    }

    @Test
    void aFileThatKeepsItsSizeAndTimeWhileItBecomesWholeIsFoundAllTheSame() throws Exception {
        a.interview("one");
        Path whole = ofA.write();
        byte[] bytes = Files.readAllBytes(whole);
        FileTime time = Files.getLastModifiedTime(whole);
        Files.write(whole, new byte[bytes.length]);
        Files.setLastModifiedTime(whole, time);
        assertThat(ofB.state(whole)).isEqualTo(State.ARRIVING);
        Files.write(whole, bytes);
        Files.setLastModifiedTime(whole, time);
        assertThat(ofB.state(whole)).as("not read with every look").isEqualTo(State.ARRIVING);
        nanos += 60_000_000_000L;
        assertThat(ofB.state(whole)).isEqualTo(State.READY);
    }

    @Test
    void copiesOfOneBundleAreOfferedOnceAndNothingIsReadTwice() throws Exception {
        a.interview("one");
        Path one = ofA.write();
        String stem = one.getFileName().toString().replace(".jailoo", "");
        for (String name : List.of(
                stem + ".sync-conflict-20240506-070809-ABCDEFG.jailoo",
                stem + " (conflicted copy 2024-05-06 070809).jailoo",
                stem + ".jailoo~",
                "COPY OF " + stem.toUpperCase(java.util.Locale.ROOT) + ".JAILOO")) {
            Files.copy(one, folder.resolve(name));
        }
        for (String name : List.of("._" + stem + ".jailoo", ".stignore", "desktop.ini", stem + ".docx")) {
            Files.writeString(folder.resolve(name), "not a bundle");
        }
        Files.writeString(folder.resolve(stem + ".jailoo.nextcloud"), " ");
        assertThat(ofB.look().in(State.READY)).extracting(Found::path).containsExactly(one);
        assertThat(ofB.look().in(State.COPY)).hasSize(4);
        assertThat(ofB.look().in(State.PLACEHOLDER)).hasSize(1);
        assertThat(ofB.look().files()).hasSize(6);
        assertThat(ofA.look().in(State.OURS)).as("copies of ours are ours").hasSize(5);
        ofB.takeAll();
        assertThat(ofB.look().in(State.READY)).isEmpty();
        // Known by name, size and time: it is not opened again, whatever stands in it now.
        FileTime time = Files.getLastModifiedTime(one);
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, new byte[bytes.length]);
        Files.setLastModifiedTime(one, time);
        assertThat(ofB.state(one)).isEqualTo(State.TAKEN);
        // With another time it is.
        Files.setLastModifiedTime(one, FileTime.fromMillis(time.toMillis() + 2000));
        assertThat(ofB.state(one)).isEqualTo(State.ARRIVING);
    }

    @Test
    void filesForOthersOfStrangersAndOfBlockedOnesAreToldApart() throws Exception {
        Laptop c = Laptop.create(place, "C");
        try (c) {
            c.trusts(a);
            c.trusts(b);
            c.interview("one");
            Path forB = c.export(folder.resolve("1.jailoo"), ExportBundle.Choice.ALL, List.of(b.card()));
            Path forA = c.export(folder.resolve("2.jailoo"), ExportBundle.Choice.ALL, List.of(a.card()));
            assertThat(ofA.state(forB)).isEqualTo(State.NOT_FOR_US);
            // Of a stranger: whether to trust is asked where it is imported.
            assertThat(ofA.state(forA)).isEqualTo(State.READY);
            b.trusts(c);
            b.notebook.devices().block(c.device());
            assertThat(ofB.state(forB)).isEqualTo(State.BLOCKED);
            b.trusts(c);
            assertThat(ofB.state(forB)).isEqualTo(State.READY);
        }
    }

    @Test
    void namesGoAlongOnlyWhereAPersonChoseSoAndThenLater() throws Exception {
        a.interview("one");
        a.writes("identity", "fullName", "Айсулуу");
        Choice codes = new Choice(folder, List.of(b.device()), false, false);
        ofA.shared.choose(codes);
        FolderView view = ofA.shared.look(codes, false, Steps.UNWATCHED);
        assertThat(ofA.shared.plan(codes, view).records()).isEqualTo(1);
        ofA.shared.write(codes, ofA.shared.plan(codes, view), view, false, Steps.UNWATCHED);
        ofB.takeAll();
        assertThat(b.lines().lines()).hasSize(1);
        assertThat(ofA.plan()).extracting("what", "records").containsExactly(What.CHANGES, 1L);
        ofA.write();
        ofB.takeAll();
        assertThat(b.lines()).isEqualTo(a.lines());
    }

    @Test
    void aFolderThatCannotBeWrittenIntoSaysWhyAndIsReadAllTheSame() throws Exception {
        a.interview("one");
        Path readOnly = Path.of("/sys/kernel");
        Assumptions.assumeTrue(
                Files.isDirectory(readOnly) && Files.getFileStore(readOnly).isReadOnly());
        Sharing there = new Sharing(a, readOnly, List.of(b.device()), moment -> {});
        assertThat(there.look().trouble()).isNull();
        assertThatThrownBy(there::write)
                .isInstanceOfSatisfying(
                        Stopped.class, e -> assertThat(e.trouble()).isEqualTo(FolderTrouble.READ_ONLY));
        assertThat(a.leftovers()).isZero();
    }

    @Test
    void nobodyWhoIsNotTrustedAnyMoreIsWrittenTo() throws Exception {
        a.interview("one");
        a.notebook.devices().block(b.device());
        FolderPlan plan = ofA.plan();
        assertThat(plan.what()).isEqualTo(What.NOBODY);
        assertThat(plan.leftOut()).hasSize(1);
    }

    @Test
    void linksFoldersAndStrangeNamesAreLeftAlone() throws Exception {
        a.interview("one");
        Path real = ofA.write();
        Path outside = Files.move(real, place.resolve("outside.jailoo"));
        Files.createDirectory(folder.resolve("folder.jailoo"));
        try {
            Files.createSymbolicLink(folder.resolve("link.jailoo"), outside);
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("no links here");
        }
        assertThat(ofB.look().files()).isEmpty();
        Path longest = folder.resolve("ы".repeat(100) + "x".repeat(48) + ".jailoo");
        Files.copy(outside, longest);
        assertThat(ofB.look().in(State.READY)).extracting(Found::path).containsExactly(longest);
        Files.delete(longest);
        // A name that is no text.
        new ProcessBuilder("sh", "-c", "cp \"$1\" \"$2/$(printf 'x\\377y.jailoo')\"", "sh", "" + outside, "" + folder)
                .start()
                .waitFor();
        Assumptions.assumeTrue(all().size() == 3);
        List<Found> ready = ofB.look().in(State.READY);
        assertThat(ready).hasSize(1);
        assertThat(b.takes(ready.get(0).path()).fresh()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsGoneOrEmptiedIsNotTakenForOneInWhichNothingLies() throws Exception {
        a.interview("one");
        ofA.write();
        Path away = Files.move(folder, place.resolve("away"));
        FolderView gone = ofA.look();
        assertThat(gone.trouble()).isEqualTo(FolderTrouble.MISSING);
        assertThatThrownBy(() -> ofA.shared.write(
                        ofA.choice,
                        new FolderPlan(
                                What.CHANGES,
                                org.jailoo.bundle.Manifest.Scope.ALL,
                                List.of(b.card()),
                                List.of(),
                                1,
                                1,
                                List.of()),
                        gone,
                        false,
                        Steps.UNWATCHED))
                .isInstanceOfSatisfying(
                        Stopped.class, e -> assertThat(e.trouble()).isEqualTo(FolderTrouble.MISSING));
        assertThat(folder).as("nothing is made where a stick should be").doesNotExist();
        Files.writeString(folder, "a file");
        assertThat(ofA.look().trouble()).isEqualTo(FolderTrouble.MISSING);
        Files.delete(folder);
        Files.createDirectory(folder);
        assertThat(ofA.look().emptied()).isTrue();
        Files.delete(folder);
        Files.move(away, folder);
        assertThat(ofA.look()).extracting("trouble", "emptied").containsExactly(null, false);
        assertThat(ofA.plan().what()).isEqualTo(What.NOTHING);
    }

    @Test
    void aStickPulledOutInTheMiddleLeavesNothingAndCountsForNothing() throws Exception {
        a.interview("one ".repeat(90_000));
        new Lead(a.notebook).name(b.device());
        Path away = place.resolve("away");
        Sharing pulled = new Sharing(a, folder, List.of(b.device()), moment -> {
            if (moment == Moment.HALF) {
                moved(folder, away);
            }
        });
        assertThatThrownBy(pulled::write)
                .isInstanceOfSatisfying(
                        Stopped.class, e -> assertThat(e.trouble()).isEqualTo(FolderTrouble.MISSING));
        moved(away, folder);
        assertThat(all()).hasSize(1).noneMatch(p -> isBundle(p));
        assertThat(a.leftovers()).isZero();
        assertThat(new NotReceived(a.notebook).look().handedOver()).isNull();
        // The half is ours by its name; a day later it goes, and the whole comes.
        later = Duration.ofDays(1);
        Sharing next = new Sharing(a, folder, List.of(b.device()), moment -> {});
        next.write();
        assertThat(new NotReceived(a.notebook).look().handedOver()).isNotNull();
        assertThat(all()).hasSize(1).allMatch(p -> isBundle(p));
        ofB.takeAll();
        assertThat(b.lines()).isEqualTo(a.lines());
    }

    /** The folder as a crash at any moment would leave it. */
    @Test
    void atNoMomentDoesAnythingHalfLookLikeABundle() throws Exception {
        a.interview("one ".repeat(90_000));
        List<Moment> seen = new ArrayList<>();
        Sharing watched = new Sharing(a, folder, List.of(b.device()), moment -> {
            seen.add(moment);
            Path snapshot = place.resolve("at" + moment);
            copied(folder, snapshot);
            Sharing reader = new Sharing(b, snapshot, List.of(a.device()), m -> {});
            boolean there = moment == Moment.NAMED || moment == Moment.DONE;
            FolderView view = reader.look();
            assertThat(view.in(State.READY)).as("at " + moment).hasSize(there ? 1 : 0);
            assertThat(bundles(snapshot)).as("at " + moment).isEqualTo(there ? 1 : 0);
        });
        watched.write();
        assertThat(seen).containsExactly(Moment.values());
    }

    @Test
    void whatACrashLeftIsClearedAwayOnlyWhenItIsOldAndWhatWasNamedIsKnownAgain() throws Exception {
        a.interview("one ".repeat(90_000));
        Path copies = Files.createDirectory(place.resolve("copies"));
        Sharing crashing = new Sharing(a, folder, List.of(b.device()), moment -> {
            if (moment == Moment.HALF || moment == Moment.NAMED) {
                copied(folder, copies.resolve(moment + ".folder"));
                copied(a.file, copies.resolve(moment + ".notebook"));
                copied(Path.of(a.file + "-wal"), copies.resolve(moment + ".notebook-wal"));
            }
        });
        crashing.write();
        try (Laptop after = Laptop.open(copies.resolve("NAMED.notebook"))) {
            Path there = copies.resolve("NAMED.folder");
            SharedFolder again = reopened(after, Duration.ZERO);
            Choice choice = again.choice().orElseThrow();
            Choice moved = new Choice(there, choice.to(), true, false);
            FolderView view = again.look(moved, false, Steps.UNWATCHED);
            assertThat(view.in(State.OURS)).hasSize(1);
            assertThat(again.plan(moved, view).what())
                    .as("no second copy of it")
                    .isNotEqualTo(What.CHANGES);
        }
        try (Laptop after = Laptop.open(copies.resolve("HALF.notebook"))) {
            Path there = copies.resolve("HALF.folder");
            Choice moved = new Choice(there, List.of(b.device()), true, false);
            Files.writeString(there.resolve(".jailoo-of-somebody-else.part"), "theirs");
            for (Duration wait : List.of(Duration.ofMinutes(5), Duration.ofHours(2))) {
                SharedFolder again = reopened(after, wait);
                FolderView view = again.look(moved, false, Steps.UNWATCHED);
                again.write(moved, again.plan(moved, view), view, true, Steps.UNWATCHED);
                try (Stream<Path> files = Files.list(there)) {
                    assertThat(files.filter(p -> !isBundle(p)))
                            .as("after " + wait)
                            .hasSize(wait.toHours() == 0 ? 2 : 1);
                }
            }
            assertThat(there.resolve(".jailoo-of-somebody-else.part")).exists();
        }
    }

    private SharedFolder reopened(Laptop laptop, Duration wait) {
        return new SharedFolder(
                laptop.notebook,
                new ImportBundle(laptop.notebook, Laptop.CLOCK, Laptop.WORKERS),
                Clock.offset(Laptop.CLOCK, wait),
                () -> nanos);
    }

    @Test
    void nothingAboutTheFolderIsAnywhereButInTheNotebook() throws Exception {
        a.interview("one");
        Path written = ofA.write();
        byte[] bytes = Files.readAllBytes(written);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(a.device()).doesNotContain("\"A\"").startsWith("age-encryption.org/v1");
        assertThat(written.getFileName().toString())
                .doesNotContain(Objects.requireNonNull(ofA.look().files().get(0).bundle())
                        .substring(0, 8));
    }

    private static boolean isBundle(Path file) {
        return FileKind.of(file.getFileName().toString()) == FileKind.BUNDLE;
    }

    private static long bundles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SharedFolderRulesTest::isBundle).count();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void moved(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copied(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectory(to);
                try (Stream<Path> files = Files.list(from)) {
                    files.forEach(f -> copied(f, to.resolve(f.getFileName())));
                }
            } else if (Files.exists(from)) {
                Files.copy(from, to);
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
