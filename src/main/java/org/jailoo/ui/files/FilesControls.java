package org.jailoo.ui.files;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The control of every field that holds files. What is being added goes on while its page is drawn again. */
public final class FilesControls implements OwnControls, AutoCloseable {
    private final Shelf shelf;
    private final Looks looks;
    private final Player player;
    private final Map<RecordForm, FilesModel> models = new HashMap<>();

    public FilesControls(Shelf shelf) {
        this.shelf = shelf;
        this.looks = new Looks(shelf);
        this.player = new Player(shelf.tasks(), shelf.find(), Loudspeaker::open);
    }

    @Override
    public @Nullable Node control(Page page, Field field) {
        if (!(field.kind() instanceof FieldKind.Attachments)) {
            return null;
        }
        models.values().removeIf(known -> known.isIdle() && !known.form().equals(page.form()));
        FilesModel model = models.computeIfAbsent(page.form(), form -> new FilesModel(shelf, form, form.items(field)));
        return new FilesPane(page, model, new FilesPane.Parts(shelf, looks, player));
    }

    /** Ends what is being added and played, and forgets every picture. */
    @Override
    public void close() {
        models.values().forEach(FilesModel::close);
        models.clear();
        player.close();
        looks.forget();
    }
}
