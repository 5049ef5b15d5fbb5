package org.jailoo.leaks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jailoo.app.AddFile;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.ListMemory;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.AttachmentNames;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/**
 * A notebook in which every field of every type is filled, from the schema alone: a text field with a canary, so that a
 * field that is added one day is covered by itself.
 */
final class Planting {
    private static final Schema SCHEMA = Schema.standard();

    /** What is said of consent; the first of them is given for everything, the last one declined. */
    private static final List<String> CONSENTS = List.of("yes", "declined");

    private final Canaries canaries;
    private final Map<String, String> records = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    private Planting(Canaries canaries) {
        this.canaries = canaries;
    }

    /** The words that are planted for a seed, without planting them. */
    static Canaries words(long seed) throws IOException {
        Canaries canaries = new Canaries(seed);
        canaries.next("passphrase");
        canaries.next("device");
        new Planting(canaries).plant(null);
        return canaries;
    }

    /** Plants; the ids of the records by what they were planted as, such as {@code interview yes}. */
    static Map<String, String> plant(Notebook notebook, Canaries canaries) throws IOException {
        Planting planting = new Planting(canaries);
        planting.plant(notebook);
        return planting.records;
    }

    private void plant(@org.jspecify.annotations.Nullable Notebook notebook) throws IOException {
        for (RecordType type : SCHEMA.types().values()) {
            boolean asked = type.field("consent") != null;
            for (String consent : asked ? CONSENTS : List.of("")) {
                String name = asked ? type.name() + " " + consent : type.name();
                Map<String, Json> body = body(type, name, consent);
                attach(notebook, body, name);
                if (notebook != null) {
                    SaveRecord save = new SaveRecord(notebook, Clock.systemUTC());
                    SaveRecord.Form form = save.open(type.name(), null);
                    if (!(save.save(form, Json.object(body)) instanceof SaveRecord.Saved saved)) {
                        throw new AssertionError("not saved: " + name);
                    }
                    ids.put(type.name(), saved.form().record());
                    records.put(name, saved.form().record());
                }
            }
            Map<String, Json> draft = body(type, "draft of " + type.name(), "yes");
            draft.keySet().removeIf(path -> path.startsWith("attachments/"));
            String filter = canaries.next("filter of " + type.name());
            if (notebook != null) {
                new KeepDrafts(notebook, Clock.systemUTC())
                        .keep(
                                RecordId.random(),
                                type.name(),
                                Json.object(Map.of("changes", new Json.Obj(new TreeMap<>(draft)))));
                new ListMemory(notebook)
                        .keep(
                                type.name(),
                                new ListMemory.Remembered(
                                        List.of(new ListMemory.Filter(filter, filter, Show.ALL, null)),
                                        List.of(),
                                        null));
                notebook.search().find(filter, 10);
            }
        }
        String setting = canaries.next("setting");
        if (notebook != null) {
            notebook.settings().put("canary", setting);
        }
    }

    /** A file with a canary in it beside those of its name and caption. */
    private void attach(@org.jspecify.annotations.Nullable Notebook notebook, Map<String, Json> body, String name)
            throws IOException {
        for (Map.Entry<String, Json> entry : body.entrySet()) {
            if (entry.getKey().startsWith("attachments/") && entry.getValue() instanceof Json.Obj item) {
                String content = canaries.next(name + ": content of a file");
                if (notebook != null) {
                    byte[] bytes = (content + "\n").repeat(9000).getBytes(StandardCharsets.UTF_8);
                    AddFile.Outcome added =
                            new AddFile(notebook).add(new ByteArrayInputStream(bytes), bytes.length, Steps.UNWATCHED);
                    entry.setValue(item.with(AttachmentNames.MEMBER, Json.of(((AddFile.Added) added).sha256())));
                }
            }
        }
    }

    private Map<String, Json> body(RecordType type, String name, String consent) {
        Map<String, Json> body = new TreeMap<>();
        for (Field field : type.fields().values()) {
            put(body, field, name + ": " + field.name() + (field.sensitive() ? "!" : ""), consent);
        }
        return body;
    }

    private void put(Map<String, Json> body, Field field, String place, String consent) {
        FieldKind kind = field.kind();
        if (kind instanceof FieldKind.SetOf set) {
            body.put(field.name() + '/' + code(set.codebook()), Json.TRUE);
        } else if (kind instanceof FieldKind.References to) {
            body.put(field.name() + '/' + ids.getOrDefault(to.type(), RecordId.random()), Json.TRUE);
        } else if (kind instanceof FieldKind.Items items) {
            body.put(field.name() + '/' + RecordId.random(), object(items.members(), place, consent));
            body.put(field.name() + '/' + RecordId.random(), object(items.members(), place, consent));
        } else if (kind instanceof FieldKind.Attachments files) {
            body.put(field.name() + '/' + RecordId.random(), object(files.members(), place, consent));
        } else {
            body.put(field.name(), value(field, place, consent));
        }
    }

    private Json object(Map<String, Field> members, String place, String consent) {
        Map<String, Json> object = new TreeMap<>();
        for (Field member : members.values()) {
            // With these two the consent would be no consent.
            if (!member.name().equals("withdrawn") && !member.name().equals("expires")) {
                object.put(
                        member.name(),
                        value(member, place + "." + member.name() + (member.sensitive() ? "!" : ""), consent));
            }
        }
        return new Json.Obj(new TreeMap<>(object));
    }

    private Json value(Field field, String place, String consent) {
        FieldKind kind = field.kind();
        if (kind instanceof FieldKind.Group group) {
            return object(group.members(), place, consent);
        }
        if (kind instanceof FieldKind.ListOf list) {
            return Json.texts(new ArrayList<>(
                    Objects.requireNonNull(SCHEMA.codebook(list.codebook())).codes()));
        }
        if (kind instanceof FieldKind.Int) {
            return Json.of(7);
        }
        if (kind instanceof FieldKind.Bool) {
            return Json.FALSE;
        }
        if (field.name().equals(AttachmentNames.MEMBER)) {
            return Json.of("d".repeat(64));
        }
        if (kind instanceof FieldKind.LongText) {
            return Json.of("Анан " + canaries.next(place) + " деди.\n" + "Кеп. ".repeat(40));
        }
        if (kind.isText()) {
            return Json.of(canaries.next(place));
        }
        if (kind instanceof FieldKind.Choice choice) {
            return Json.of(choice.codebook().equals("consentGiven") ? consent : code(choice.codebook()));
        }
        if (kind instanceof FieldKind.Reference to) {
            return Json.of(ids.getOrDefault(to.type(), RecordId.random()));
        }
        return Json.of(kind instanceof FieldKind.Quarter ? "2024-Q1" : "2024-05");
    }

    private static String code(String codebook) {
        return Objects.requireNonNull(SCHEMA.codebook(codebook))
                .codes()
                .iterator()
                .next();
    }
}
