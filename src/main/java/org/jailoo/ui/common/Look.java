package org.jailoo.ui.common;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The language, the theme and the size of letters that are on, and whether the window and the files of the program bear
 * neutral names; remembered for the next start where there is a file to remember them in.
 *
 * <p>Nothing else is ever kept there: neither a notebook's place nor a name.
 */
public final class Look {
    private final ObjectProperty<String> language;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<TextSize> size;
    private final ObjectProperty<WindowTitle> title;
    private final BooleanProperty neutralNames;
    private final @Nullable Path file;
    private final boolean first;

    /**
     * The look that was remembered, or else this one.
     *
     * @param file null to remember nothing
     */
    public Look(@Nullable Path file, String language, Theme theme) {
        this.file = file;
        Properties known = read(file);
        this.first = known.isEmpty();
        String remembered = known.getProperty("language", language);
        this.language = new SimpleObjectProperty<>(Messages.LANGUAGES.contains(remembered) ? remembered : "en");
        this.theme =
                new SimpleObjectProperty<>(known.containsKey("theme") ? Theme.of(known.getProperty("theme")) : theme);
        this.size = new SimpleObjectProperty<>(TextSize.of(known.getProperty("text", "")));
        this.title = new SimpleObjectProperty<>(WindowTitle.of(known.getProperty("title", "")));
        this.neutralNames = new SimpleBooleanProperty("neutral".equals(known.getProperty("names", "")));
    }

    /** Whether nothing was remembered when the program began: somebody sees it for the first time on this machine. */
    public boolean isFirst() {
        return first;
    }

    /** Where a person's programs keep their settings. */
    public static Path place(String folder) {
        return Path.of(folder, "jailoo", "look.properties");
    }

    public ReadOnlyObjectProperty<String> languageProperty() {
        return language;
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<TextSize> sizeProperty() {
        return size;
    }

    /** What the window calls itself, before a notebook is open too. */
    public ReadOnlyObjectProperty<WindowTitle> titleProperty() {
        return title;
    }

    /** Whether the names that are suggested for files tell nothing of the program. */
    public ReadOnlyBooleanProperty neutralNamesProperty() {
        return neutralNames;
    }

    public boolean hasNeutralNames() {
        return neutralNames.get();
    }

    public String language() {
        return language.get();
    }

    public Theme theme() {
        return theme.get();
    }

    public TextSize size() {
        return size.get();
    }

    public void speak(String chosen) {
        language.set(chosen);
        remember();
    }

    public void wear(Theme chosen) {
        theme.set(chosen);
        remember();
    }

    public void write(TextSize chosen) {
        size.set(chosen);
        remember();
    }

    public void call(WindowTitle chosen) {
        title.set(chosen);
        remember();
    }

    public void useNeutralNames(boolean neutral) {
        neutralNames.set(neutral);
        remember();
    }

    private static Properties read(@Nullable Path file) {
        Properties known = new Properties();
        if (file != null && Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                known.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // A look that cannot be read is no reason not to start.
                known.clear();
            }
        }
        return known;
    }

    private void remember() {
        if (file == null) {
            return;
        }
        Properties known = new Properties();
        known.setProperty("language", language.get());
        known.setProperty("theme", theme.get().name());
        known.setProperty("text", String.valueOf(size.get().percent()));
        if (title.get() != WindowTitle.JAILOO) {
            known.setProperty("title", title.get().code());
        }
        if (neutralNames.get()) {
            known.setProperty("names", "neutral");
        }
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                known.store(writer, null);
            }
        } catch (IOException e) {
            // The look is on all the same; at the next start it is chosen again.
        }
    }
}
