package org.jailoo.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.unlock.Doors;
import org.jspecify.annotations.Nullable;

/** Draws every screen on the sample data: with these pictures screens are judged. */
public final class Gallery {
    /** How large the window and its letters are. */
    public record Paper(int width, int height, TextSize letters) {}

    /**
     * What to draw.
     *
     * @param folder made if it is not there; files of the same name are drawn anew
     * @param only the beginnings of the names of the scenes that are wanted, parted by commas; empty for all
     */
    public record Order(Path folder, List<String> languages, List<Theme> themes, Paper paper, String only) {
        public Order {
            languages = List.copyOf(languages);
            themes = List.copyOf(themes);
        }
    }

    /** Nobody is there to choose a file. */
    static final FileDialogs NOBODY = new FileDialogs() {
        @Override
        public @Nullable Path open(String title) {
            return null;
        }

        @Override
        public List<Path> openMany(String title) {
            return List.of();
        }

        @Override
        public @Nullable Path save(String title, String suggestedName) {
            return null;
        }
    };

    private final Clock clock;
    private final ExecutorService workers;
    private final Doors doors;

    /** On a machine whose toolkit runs. */
    public Gallery(Clock clock, ExecutorService workers, Doors doors) {
        this.clock = clock;
        this.workers = workers;
        this.doors = doors;
    }

    /** What is done with a scene once it has come to rest; on the toolkit's thread. */
    @FunctionalInterface
    interface Seen {
        void at(String name, Scene scene) throws IOException;
    }

    /** Draws; from another thread than the toolkit's. */
    public void draw(Order order, Consumer<Path> drawn) throws IOException {
        Files.createDirectories(order.folder());
        each(order, (name, scene) -> {
            Path file = order.folder().resolve(name + ".png");
            write(scene.snapshot(null), file);
            drawn.accept(file);
        });
    }

    /** Shows every scene that is wanted, in every language and theme. */
    void each(Order order, Seen seen) throws IOException {
        Look look = new Look(null, order.languages().get(0), order.themes().get(0));
        look.write(order.paper().letters());
        Shell.Machine machine = new Shell.Machine(clock, workers, doors, NOBODY);
        Shell shell = Toolkit.ask(() -> {
            Shell made = new Shell(
                    machine, look, order.paper().width(), order.paper().height(), null);
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.show();
            return made;
        });
        try (Scenes scenes = new Scenes(shell, clock)) {
            each(order, look, shell, Scenes.Step.wanted(scenes.locked(), order.only()), seen);
            List<Scenes.Step> open = Scenes.Step.wanted(scenes.open(), order.only());
            if (open.isEmpty()) {
                return;
            }
            Toolkit.ask(() -> {
                shell.lookAround();
                return shell;
            });
            Toolkit.settle(shell);
            scenes.prepare();
            each(order, look, shell, open, seen);
        } finally {
            Toolkit.ask(() -> {
                shell.scene().getWindow().hide();
                shell.close();
                return shell;
            });
        }
    }

    private static void each(Order order, Look look, Shell shell, List<Scenes.Step> steps, Seen seen)
            throws IOException {
        for (Theme theme : order.themes()) {
            for (String language : order.languages()) {
                Toolkit.ask(() -> {
                    look.wear(theme);
                    look.speak(language);
                    return look;
                });
                Toolkit.settle(shell);
                for (Scenes.Step step : steps) {
                    for (Runnable move : step.moves()) {
                        Toolkit.ask(() -> {
                            move.run();
                            return step;
                        });
                        Toolkit.settle(shell);
                    }
                    if (step.isWanted(order.only())) {
                        see(step.name() + "-" + language + "-" + theme.code(), shell, seen);
                    }
                }
            }
        }
    }

    private static void see(String name, Shell shell, Seen seen) throws IOException {
        IOException failed = Toolkit.ask(() -> {
            try {
                seen.at(name, shell.scene());
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failed != null) {
            throw failed;
        }
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            pixels.getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer of PNG");
        }
    }
}
