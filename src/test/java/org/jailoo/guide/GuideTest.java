package org.jailoo.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jailoo.i18n.Messages;
import org.junit.jupiter.api.Test;

/** The guide against the program: what it names is there, and says in every language the same. */
class GuideTest {
    private static final Path FOLDER = Path.of("src/doc/guide");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]\\n]*)]\\(((?:key|field|code|type):[^)]+)\\)");
    private static final long LARGEST = 120 << 10;
    private static final long ALL = 3 << 20;

    /** {@code -Djailoo.guide=write} writes the labels of today into the files, instead of complaining. */
    private static final boolean WRITES = "write".equals(System.getProperty("jailoo.guide"));

    @Test
    void everyLabelIsNamedAsTheWindowNamesIt() throws IOException {
        List<String> found = new ArrayList<>();
        for (String language : Messages.LANGUAGES) {
            Names names = new Names(language);
            for (Path file : files(language)) {
                Matcher matcher = REFERENCE.matcher(Files.readString(file));
                StringBuilder written = new StringBuilder();
                while (matcher.find()) {
                    String name = matcher.group(2);
                    String label = names.text(name);
                    if (isUnknown(name, label)) {
                        found.add(file + ": nothing is called " + name);
                    } else if (!label.equals(matcher.group(1)) && !WRITES) {
                        found.add(file + ": the window says “" + label + "”, not “" + matcher.group(1) + "” (" + name
                                + ")");
                    }
                    matcher.appendReplacement(
                            written, Matcher.quoteReplacement("[" + label + "](" + matcher.group(2) + ")"));
                }
                matcher.appendTail(written);
                if (WRITES) {
                    Files.writeString(file, written);
                }
            }
        }
        assertThat(String.join("\n", found))
                .as("run this test with -Djailoo.guide=write to take over the labels of today")
                .isEmpty();
    }

    private static boolean isUnknown(String name, String label) {
        String rest = name.substring(name.indexOf(':') + 1);
        return label.isBlank() || label.equals(rest) || label.equals(rest.substring(rest.lastIndexOf('.') + 1));
    }

    @Test
    void theThreeLanguagesSayTheSame() {
        List<String> english = shape(Guide.of("en"));
        assertThat(shape(Guide.of("ru"))).isEqualTo(english);
        assertThat(shape(Guide.of("ky"))).isEqualTo(english);
        assertThat(english).hasSizeGreaterThan(150);
    }

    /** What a chapter is made of, without its words; in a step the labels may stand in the order of the language. */
    private static List<String> shape(Guide guide) {
        List<String> shape = new ArrayList<>();
        for (Chapter chapter : guide.chapters()) {
            shape.add("chapter " + chapter.id());
            chapter.opening().forEach(block -> shape(block, shape));
            for (Section section : chapter.sections()) {
                shape.add("section");
                section.blocks().forEach(block -> shape(block, shape));
            }
        }
        return shape;
    }

    private static void shape(Block block, List<String> into) {
        into.add(
                block instanceof Block.Picture picture
                        ? "picture " + picture.name()
                        : block.getClass().getSimpleName());
        for (List<Span> line : block.lines()) {
            into.add("line "
                    + line.stream()
                            .filter(span -> span.kind() != Span.Kind.PLAIN && span.kind() != Span.Kind.STRONG)
                            .map(span -> span.name() == null ? span.text() : span.name())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everySectionIsReadableAndEveryPictureIsThereAndSmall() throws IOException {
        long all = 0;
        Set<Path> named = new TreeSet<>();
        for (String language : Messages.LANGUAGES) {
            for (Chapter chapter : Guide.of(language).chapters()) {
                assertThat(chapter.title()).isNotBlank();
                assertThat(chapter.sections()).as(chapter.id()).hasSizeGreaterThan(3);
                for (Section section : chapter.sections()) {
                    assertThat(section.title()).isNotBlank();
                    assertThat(section.blocks()).as(section.title()).isNotEmpty();
                    for (Block block : section.blocks()) {
                        if (block instanceof Block.Picture picture) {
                            Path file = FOLDER.resolve(language).resolve("pictures/" + picture.name() + ".png");
                            assertThat(file).isRegularFile();
                            assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(LARGEST);
                            assertThat(picture.says()).isNotBlank();
                            named.add(file);
                            all += Files.size(file);
                        }
                    }
                }
            }
            try (Stream<Path> drawn = Files.list(FOLDER.resolve(language).resolve("pictures"))) {
                assertThat(drawn).as("pictures that nobody shows").allMatch(named::contains);
            }
        }
        assertThat(all).isLessThan(ALL);
    }

    @Test
    void kyrgyzIsWrittenWithItsOwnLetters() throws IOException {
        for (Path file : files("ky")) {
            String text = Files.readString(file);
            assertThat(text).contains("ө").contains("ү").contains("ң");
            assertThat(text).doesNotContainPattern("[ѳӊұҥ]");
        }
    }

    private static List<Path> files(String language) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(language))) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
            assertThat(found).hasSize(4);
            return found;
        }
    }
}
