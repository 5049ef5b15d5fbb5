package org.jailoo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jailoo.leaks.LeakScan.Looked;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.search.Folding;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over three hundred secrets over every field, draft, filter, setting and file of a notebook; after each stage none of
 * them lies in clear where a process may leave something. Every stage is a process with places of its own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakTest {
    private static final long SEED = Long.getLong("jailoo.seed", new SecureRandom().nextLong());
    private static final Pattern FLAG = Pattern.compile("-XX:\\S+?(?=[\\s\"])");

    /** Where a process may leave something; the notebook and the files beside it are one of the places. */
    private static final List<String> PLACES =
            List.of("notebook", "tmp", "home", "prefs", "cwd", "native", "said", "out");

    @TempDir
    static Path folder = Path.of("");

    private static Map<String, String> planted = Map.of();
    private static final Map<String, String> ids = new LinkedHashMap<>();
    private static Set<String> purged = Set.of();
    private static final Map<String, String> kit = new LinkedHashMap<>();

    /** What the launchers tell Java so that it leaves nothing by itself. */
    private static List<String> flags(String script) throws IOException {
        Set<String> flags = new LinkedHashSet<>();
        Matcher flag = FLAG.matcher(Files.readString(Path.of("installer/portable", script)));
        while (flag.find()) {
            flags.add(flag.group());
        }
        return List.copyOf(flags);
    }

    private static Process start(String name, String main, String... args) throws IOException {
        for (String place : PLACES) {
            Files.createDirectories(folder.resolve(place));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags("jailoo.sh"));
        command.addAll(List.of(
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Duser.home=" + folder.resolve("home"),
                "-Djava.util.prefs.userRoot=" + folder.resolve("prefs"),
                "-Dorg.sqlite.tmpdir=" + folder.resolve("native"),
                "-Dtestfx.robot=glass",
                "-Dtestfx.headless=true",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dheadless.geometry=1600x1200-32",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("cwd").toFile())
                .redirectOutput(folder.resolve("said/" + name + ".out").toFile())
                .redirectError(folder.resolve("said/" + name + ".err").toFile());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment()
                .put("XDG_CONFIG_HOME", folder.resolve("home/.config").toString());
        builder.environment()
                .put("XDG_DATA_HOME", folder.resolve("home/.local/share").toString());
        builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
        return builder.start();
    }

    private static Process act(String stage, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(stage, folder.toString(), Long.toString(SEED)));
        args.addAll(List.of(more));
        return start(stage, Actor.class.getName(), args.toArray(String[]::new));
    }

    private static void waitFor(Process process, String name, String word) throws Exception {
        Path said = folder.resolve("said/" + name + ".out");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.readString(said).contains(word + "\n")) {
            assertThat(process.isAlive())
                    .as(() -> {
                        try {
                            return Files.readString(folder.resolve("said/" + name + ".err"));
                        } catch (IOException e) {
                            return name;
                        }
                    })
                    .isTrue();
            assertThat(System.nanoTime()).as(name + " says " + word).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static void goOn(String word) throws IOException {
        Files.createFile(folder.resolve("go-" + word));
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The interview whose words are purged in the end. */
    private static String id() {
        return Objects.requireNonNull(ids.get("interview yes"));
    }

    private static LeakScan scan() {
        Map<String, String> words = new LinkedHashMap<>(planted);
        words.putAll(kit);
        words.put(new Canaries(7).next("typed"), "typed");
        return new LeakScan(words);
    }

    /** Looks everywhere, and says how much that was. */
    private static void nothingLies(String stage) throws IOException {
        LeakScan scan = scan();
        List<String> told = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (String place : PLACES) {
            Looked looked = scan.files(List.of(folder.resolve(place)));
            told.add(place + " " + looked.files() + "/" + looked.bytes());
            found.addAll(looked.found());
        }
        System.out.println("leaks | " + stage + " | " + String.join(", ", told) + " | found " + found.size());
        assertThat(found).as(stage).isEmpty();
    }

    @Test
    @Order(1)
    void whileEverythingIsWritten() throws Exception {
        System.out.println("leaks: seed " + SEED);
        assertThat(flags("jailoo.bat")).containsExactlyElementsOf(flags("jailoo.sh"));
        planted = Planting.words(SEED).planted();
        assertThat(planted).hasSizeGreaterThan(200);
        Process process = act("fill");
        waitFor(process, "fill", "filled");
        for (String line : Files.readAllLines(folder.resolve("ids"))) {
            int at = line.indexOf('=');
            ids.put(line.substring(0, at), line.substring(at + 1));
        }
        nothingLies("open, everything written");
        goOn("filled");
        assertThat(end(process)).isZero();
        nothingLies("closed");
    }

    @Test
    @Order(2)
    void inTheWindowAndAfterItHasLocked() throws Exception {
        Files.write(
                folder.resolve("words"), List.of(planted.keySet().iterator().next(), new Canaries(7).next("typed")));
        Process process = start(
                "window",
                "org.jailoo.ui.shell.WindowVictim",
                folder.resolve("notebook/n").toString(),
                id(),
                folder.toString());
        waitFor(process, "window", "open");
        nothingLies("window open, typing");
        goOn("open");
        waitFor(process, "window", "locked");
        nothingLies("locked");
        Looked open = scan().bytes(Files.readAllBytes(folder.resolve("open.hprof")), "memory");
        Looked locked = scan().bytes(Files.readAllBytes(folder.resolve("locked.hprof")), "memory");
        System.out.println("leaks | live objects | open " + open.bytes() + " bytes, found "
                + open.found().size() + " | locked " + locked.bytes() + " bytes, found "
                + locked.found().size() + " " + locked.found());
        // It shows that looking finds, and that the screen let go of it all.
        assertThat(open.found()).hasSizeGreaterThan(20);
        assertThat(locked.found()).isEmpty();
        goOn("locked");
        end(process);
        nothingLies("the window has ended");
    }

    @Test
    @Order(3)
    void afterItHasDiedInTheMiddleOfAWord() throws Exception {
        assertThat(end(act("halt", id()))).isEqualTo(9);
        nothingLies("halted while a draft was typed");
        assertThat(end(act("fault", id()))).isNotZero();
        assertThat(folder.resolve("said/fault.err")).isEmptyFile();
        nothingLies("died of a fault of memory");
        assertThat(end(act("thrown", id()))).isNotZero();
        assertThat(folder.resolve("said/thrown.err")).content().startsWith("java.lang.IllegalStateException");
        nothingLies("ended by a fault nobody caught");
    }

    @Test
    @Order(4)
    void inWhatLeavesTheLaptop() throws Exception {
        assertThat(end(act("out"))).isZero();
        nothingLies("bundles and backup written");
        LeakScan scan = scan();
        for (String audience : List.of("TEAM", "PARTNERS", "PUBLIC")) {
            Looked book = scan.files(List.of(folder.resolve("books/" + audience + ".xlsx")));
            Map<String, Long> kinds = book.found().stream()
                    .map(found -> found.replaceAll("(:|\\(| in ).*", "").strip())
                    .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
            System.out.println("leaks | workbook " + audience + " | " + book.bytes() + " bytes | " + kinds);
            // Nobody's name, nothing that was not saved, and nothing of whoever did not agree.
            assertThat(book.found())
                    .as(audience)
                    .noneMatch(found -> found.startsWith("identity")
                            || found.startsWith("draft of")
                            || found.startsWith("filter of")
                            || found.startsWith("passphrase")
                            || found.startsWith("setting")
                            // Of whoever did not agree the team sees that there was somebody, by code.
                            || found.matches("(?!.*: code )interview declined.*")
                            || found.contains("content of a file"));
            if (!audience.equals("TEAM")) {
                assertThat(book.found()).as(audience).noneMatch(found -> found.contains("!"));
            }
        }
    }

    @Test
    @Order(5)
    void afterAPurgeInsideTheDatabaseToo() throws Exception {
        String record = id();
        Set<String> words = planted.entrySet().stream()
                .filter(e -> e.getValue().startsWith("interview yes"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        words.add(new Canaries(7).next("typed"));
        assertThat(words).hasSizeGreaterThan(25);
        assertThat(inside(words)).as("before").isNotEmpty();
        assertThat(end(act("purge", record))).isZero();
        nothingLies("purged");
        assertThat(inside(words))
                .extracting(word -> word + " " + planted.get(word))
                .isEmpty();
        purged = words;
    }

    /** The words of the kit are secrets too; the new file holds what the old one held, but nothing of what was erased. */
    @Test
    @Order(6)
    void afterAllWasEncryptedAnew() throws Exception {
        assertThat(end(act("rotate"))).isZero();
        for (String line : Files.readAllLines(folder.resolve("kit"))) {
            String words = line.substring(0, line.lastIndexOf(' ')).toLowerCase(Locale.ROOT);
            kit.put(words, "words of the kit");
            kit.put(words.replace(" ", ""), "words of the kit");
        }
        assertThat(kit).hasSize(16);
        nothingLies("encrypted anew");
        Path file = folder.resolve("notebook/n");
        char[] passphrase = new Canaries(SEED).next("passphrase").toCharArray();
        String pages = Inside.pages(file, passphrase);
        Set<String> index;
        try (Notebook notebook = Notebook.open(file, passphrase)) {
            index = words(notebook);
        }
        assertThat(in(planted.keySet(), pages, index)).hasSizeGreaterThan(100);
        assertThat(in(purged, pages, index)).isEmpty();
        assertThat(in(kit.keySet(), pages, index)).isEmpty();
    }

    /** Those of these words that lie in a decrypted page of the database, used or not, or in its index. */
    private static Set<String> inside(Set<String> words) throws Exception {
        Path file = folder.resolve("notebook/n");
        Set<String> index;
        try (Notebook notebook = TestDoor.open(file)) {
            index = words(notebook);
        }
        String pages = Inside.pages(file);
        System.out.println(
                "leaks | decrypted pages | " + pages.length() + " letters, " + index.size() + " words of the index");
        return in(words, pages, index);
    }

    private static Set<String> words(Notebook notebook) {
        return Inside.words(notebook).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static Set<String> in(Set<String> words, String pages, Set<String> index) {
        return words.stream()
                .filter(word -> Stream.of(word, Folding.fold(word)).anyMatch(pages::contains)
                        || index.contains(Folding.fold(word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where nothing is found it might be that nothing is looked at: one word is left in each place and each form. */
    @Test
    @Order(7)
    void theScanFindsWhatIsPlantedInEachPlaceAndEachForm() throws Exception {
        Canaries canaries = new Canaries(3);
        String latin = canaries.next("latin");
        String kyrgyz = canaries.next("kyrgyz");
        LeakScan scan = new LeakScan(canaries.planted());
        for (String place : PLACES) {
            Path file = Files.createDirectories(folder.resolve(place)).resolve("planted");
            for (String word : List.of(latin, kyrgyz)) {
                for (byte[] form : Forms.of(word)) {
                    Files.write(file, form);
                    assertThat(scan.files(List.of(folder.resolve(place))).found())
                            .as(place + ": " + new String(form, StandardCharsets.ISO_8859_1))
                            .hasSize(1);
                }
            }
            Files.delete(file);
            assertThat(scan.files(List.of(folder.resolve(place))).found()).isEmpty();
        }
        Path named = Files.createFile(folder.resolve("tmp/" + kyrgyz + ".txt"));
        assertThat(scan.files(List.of(folder.resolve("tmp"))).found()).containsExactly("kyrgyz in the name of a file");
        Files.delete(named);
    }
}
