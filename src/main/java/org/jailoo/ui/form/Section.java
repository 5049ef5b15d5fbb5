package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A part of the form under a title of its own. Where one begins stands in the messages; the rest is the schema's order. */
public final class Section extends VBox {
    /** The style class of one whose controls are still to be made. */
    public static final String UNBUILT = "unbuilt";

    private final Page page;
    private final String title;
    private final List<Field> fields = new ArrayList<>();
    private boolean built;

    private Section(Page page, String title) {
        super(14);
        this.page = page;
        this.title = title;
        getStyleClass().addAll("card", "record-section", UNBUILT);
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        head.setWrapText(true);
        getChildren().add(head);
        setMinHeight(120);
    }

    /** The sections of a type, not yet built. */
    public static List<Section> of(Page page, RecordType type) {
        List<OwnControls.Part> own = page.own(o -> {
            List<OwnControls.Part> parts = o.parts(page, type);
            return parts.isEmpty() ? null : parts;
        });
        return own == null ? bySchema(page, type) : byParts(page, type, own);
    }

    private static List<Section> byParts(Page page, RecordType type, List<OwnControls.Part> parts) {
        Map<String, Field> left = new LinkedHashMap<>(type.fields());
        List<Section> sections = new ArrayList<>();
        for (OwnControls.Part part : parts) {
            Section section = new Section(page, part.title());
            for (String name : part.fields()) {
                Field field = left.remove(name);
                if (field != null) {
                    section.fields.add(field);
                }
            }
            sections.add(section);
        }
        sections.get(sections.size() - 1).fields.addAll(left.values());
        sections.removeIf(section -> section.fields.isEmpty());
        return sections;
    }

    private static List<Section> bySchema(Page page, RecordType type) {
        List<Section> sections = new ArrayList<>();
        for (Field field : type.fields().values()) {
            String key = "record.section." + type.name() + "." + field.name();
            String title = page.text(key);
            if (title.equals(key)) {
                String every = "record.section.all." + field.name();
                title = page.text(every);
                if (title.equals(every)) {
                    title = sections.isEmpty() ? page.labels().type(type.name()) : "";
                }
            }
            if (!title.isEmpty()) {
                sections.add(new Section(page, title));
            }
            sections.get(sections.size() - 1).fields.add(field);
        }
        return sections;
    }

    public String title() {
        return title;
    }

    /** Whether a field of it is in conflict. */
    public boolean isInConflict() {
        return fields.stream().anyMatch(f -> !page.form().conflictsOf(f.name()).isEmpty());
    }

    public void focusFirst() {
        Node first = lookup(".text-input");
        if (first != null) {
            first.requestFocus();
        }
    }

    /** Makes the controls, once. */
    public void build() {
        if (built) {
            return;
        }
        built = true;
        getStyleClass().remove(UNBUILT);
        setMinHeight(javafx.scene.layout.Region.USE_COMPUTED_SIZE);
        FieldGrid grid = new FieldGrid();
        for (Field field : fields) {
            boolean elsewhere = Boolean.TRUE.equals(page.own(o -> o.isElsewhere(page, field) ? Boolean.TRUE : null));
            Node own = elsewhere ? null : page.own(o -> o.control(page, field));
            ObservableValue<Boolean> locked = page.own(o -> o.locked(page, field));
            if (elsewhere && locked == null) {
                continue;
            }
            Node made = elsewhere ? null : own == null ? node(field) : own;
            Node node = locked == null ? Objects.requireNonNull(made) : new Lockable(page, field, locked, made);
            ObservableValue<Boolean> shown = shown(field);
            if (shown != null) {
                show(node, shown.getValue());
                page.listen(shown, is -> show(node, is));
            }
            boolean wide = elsewhere || own != null;
            grid.add(node, wide || FieldGrid.isWide(field.kind()) || isInConflict(field));
        }
        getChildren().add(grid);
    }

    /** Shows the section while one of its fields is shown; tells whoever lists sections. */
    public void follow(Consumer<Boolean> tell) {
        List<ObservableValue<Boolean>> shown = new ArrayList<>();
        for (Field field : fields) {
            ObservableValue<Boolean> one = shown(field);
            if (one == null) {
                return;
            }
            shown.add(one);
        }
        Runnable look = () -> {
            boolean any = shown.stream().anyMatch(ObservableValue::getValue);
            show(this, any);
            tell.accept(any);
        };
        shown.forEach(one -> page.listen(one, is -> look.run()));
        look.run();
    }

    private @Nullable ObservableValue<Boolean> shown(Field field) {
        return page.own(o -> o.shown(page, field));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private boolean isInConflict(Field field) {
        return !page.form().conflictsOf(field.name()).isEmpty();
    }

    private Node node(Field field) {
        VBox box = new VBox(6);
        FieldKind kind = field.kind();
        List<String> path = List.of(field.name());
        String label = page.label(field.name());
        if (kind instanceof FieldKind.Group group) {
            addTitle(box, field, label);
            box.getChildren().addAll(ConflictPane.all(page, List.of(field.name())));
            FieldGrid members = FieldGrid.of(page, Place.at(field.name()), group.members(), path);
            members.getStyleClass().add("group");
            box.getChildren().add(members);
        } else if (kind instanceof FieldKind.Items || kind instanceof FieldKind.Attachments) {
            addTitle(box, field, label);
            ItemsEntry items = page.form().items(field);
            // Of an item that is shown, its card shows the conflict.
            box.getChildren()
                    .addAll(ConflictPane.all(
                            page,
                            page.form().conflictsOf(field.name()).stream()
                                    .filter(at -> items.ids().stream()
                                            .noneMatch(
                                                    id -> items.place(id).path().equals(at)))
                                    .toList()));
            box.getChildren().add(new ItemsPane(page, items, kind instanceof FieldKind.Attachments));
        } else if (kind instanceof FieldKind.SetOf || kind instanceof FieldKind.References) {
            Node control = kind instanceof FieldKind.SetOf set
                    ? SetControls.of(page, page.form().set(field), set.codebook())
                    : ReferenceControls.many(page, page.form().set(field), ((FieldKind.References) kind).type());
            control.setId("field-" + field.name());
            box.getChildren().add(FieldPane.head(page, field, label, control));
            box.getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf(field.name())));
            box.getChildren().add(control);
        } else {
            box.getChildren().add(FieldPane.of(page, page.form().entry(field), new String[] {field.name()}));
            box.getChildren().addAll(ConflictPane.all(page, List.of(field.name())));
        }
        return box;
    }

    /** The title of a part, unless it would only say the section's own again. */
    private void addTitle(VBox box, Field field, String label) {
        if (!label.equals(title) || field.sensitive() || !fields.get(0).equals(field)) {
            Node head = FieldPane.head(page, field, label, null);
            head.getStyleClass().add("part-title");
            box.getChildren().add(head);
        }
    }
}
