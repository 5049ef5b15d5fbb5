package org.jailoo.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jailoo.guide.Block;
import org.jailoo.guide.Guide;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/**
 * Draws the pictures of the guide anew. It proves nothing, so no build calls it; a person does, when a screen has changed:
 * {@code ./mvnw -q test -Dtest=GuidePictures}, with {@code -Djailoo.screens=10,33} for those scenes alone.
 */
class GuidePictures {
    /** Scenes that lead to those of the guide, or away from them. */
    private static final String AROUND = ",02,16-interview-consent,17-interview-discarded,1a,2f,9c,aa,b3,g7";

    @TempDir
    Path folder;

    @Test
    void draw() throws Exception {
        FxToolkit.registerPrimaryStage();
        Theme.loadFonts();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            Gallery.Order order = new Gallery.Order(
                    folder,
                    Messages.LANGUAGES,
                    List.of(Theme.LIGHT),
                    new Gallery.Paper(1366, 768, TextSize.USUAL),
                    System.getProperty("jailoo.screens", String.join(",", scenes()) + AROUND));
            Map<String, Path> places = new TreeMap<>();
            for (String language : Messages.LANGUAGES) {
                for (String scene : scenes()) {
                    places.put(
                            scene + "-" + language + "-light.png",
                            Path.of("src/doc/guide", language, "pictures", scene + ".png"));
                }
            }
            new Gallery(Person.CLOCK, workers, new SampleDoors(folder, Person.CLOCK)).draw(order, file -> {
                Path place = places.get(String.valueOf(file.getFileName()));
                if (place != null) {
                    shrink(file, place);
                }
            });
        } finally {
            workers.shutdownNow();
        }
    }

    private static void shrink(Path file, Path place) {
        try {
            SmallPicture.write(ImageIO.read(file.toFile()), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenes that the guide shows. */
    private static List<String> scenes() {
        return Guide.of("en").chapters().stream()
                .flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Block.Picture picture ? Stream.of(picture.name()) : Stream.empty())
                .distinct()
                .toList();
    }
}
