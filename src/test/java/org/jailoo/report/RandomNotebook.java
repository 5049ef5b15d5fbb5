package org.jailoo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jailoo.consent.Guarded;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * A notebook made at random, in which every leaf of every record is a word or a number of its own. What the schema says
 * is read from its text and not from the program.
 */
public final class RandomNotebook implements RecordSource {
    /**
     * A leaf: where it stands, and what stands in it.
     *
     * @param quotes of a quotation at a meeting, what its speakers answered to being quoted
     */
    public record Leaf(String word, Made record, String field, String member, boolean sensitive, Set<String> quotes) {
        public Leaf {
            quotes = Set.copyOf(quotes);
        }

        String name() {
            return record.type + "." + field + (member.isEmpty() ? "" : "." + member);
        }
    }

    /** A consent in plain words. */
    record Said(
            @Nullable String given,
            Set<String> purposes,
            @Nullable String expires,
            boolean withdrawn,
            @Nullable String guardian) {}

    /** A record, and the plain facts about it that its outputs hang on. */
    public static final class Made {
        final String id = RecordId.random();
        final String type;
        /** What was agreed to; null among them is a consent that was taken out. */
        final List<@Nullable Said> consents = new ArrayList<>();

        final List<String> participants = new ArrayList<>();
        final Set<String> categories = new HashSet<>();
        /** Of a participant: the years and bands that stand in it. */
        final Set<Object> ages = new HashSet<>();

        boolean deleted;
        boolean purged;
        boolean incomplete;
        final SortedMap<String, List<Json>> values = new TreeMap<>();

        Made(String type) {
            this.type = type;
        }

        public String id() {
            return id;
        }

        public String type() {
            return type;
        }

        public boolean isDeleted() {
            return deleted;
        }

        public boolean isIncomplete() {
            return incomplete;
        }

        public boolean isPurged() {
            return purged;
        }

        /** Everything that stands at each path, null for what was taken out; more than one value is a conflict. */
        public SortedMap<String, List<Json>> everything() {
            return values;
        }

        RecordState state() {
            SortedMap<String, Json> shown = new TreeMap<>();
            SortedMap<String, List<Json>> conflicts = new TreeMap<>();
            if (!purged) {
                values.forEach((path, all) -> {
                    if (all.size() > 1) {
                        conflicts.put(path, all);
                    }
                    if (!(all.get(0) instanceof Json.Null)) {
                        shown.put(path, all.get(0));
                    }
                });
                if (deleted) {
                    shown.put("deleted", Json.TRUE);
                }
            }
            return new RecordState(id, type, shown, conflicts, deleted, purged, incomplete, false, List.of());
        }
    }

    private static final Json.Obj SCHEMA = schema();
    private static final List<String> TYPES = List.of(
            "campaign",
            "participant",
            "participant",
            "identity",
            "interview",
            "interview",
            "interview",
            "interview",
            "interview",
            "interview",
            "focusGroup",
            "focusGroup",
            "recommendation",
            "recommendation",
            "medicalReport");
    private static final List<String> PURPOSES = List.of(
            "keep", "statistics", "quote-anonymously", "quote-by-name", "photo", "record-audio", "share-un", "media");

    private static final List<String> RECEIVERS =
            List.of("court", "share-partners", "share-authorities", "share-abroad");

    private final Random random;
    private final boolean conflicts;
    private final List<Made> records = new ArrayList<>();
    private final Map<String, Leaf> leaves = new HashMap<>();
    private int words;

    /** The notebook of a seed; without conflicts, deletions and gaps where they are not wanted. */
    public RandomNotebook(long seed, boolean conflicts) {
        this.random = new Random(seed);
        this.conflicts = conflicts;
        TYPES.forEach(type -> records.add(new Made(type)));
        records.forEach(this::fill);
    }

    private static Json.Obj schema() {
        try (InputStream in = RandomNotebook.class.getResourceAsStream("/records.json")) {
            return (Json.Obj)
                    JsonReader.parse(java.util.Objects.requireNonNull(in).readAllBytes(), 32);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Made> records() {
        return records;
    }

    /** Every leaf by its word or number. */
    public Map<String, Leaf> leaves() {
        return leaves;
    }

    /** The words and numbers of leaves that stand in a text, those of this notebook and of others. */
    public static Set<String> wordsIn(String text) {
        Set<String> found = new HashSet<>();
        for (int at = text.indexOf("cny"); at >= 0; at = text.indexOf("cny", at + 3)) {
            int end = text.indexOf('z', at);
            found.add(text.substring(at, end < 0 ? text.length() : end + 1));
        }
        for (int at = text.indexOf("70000"); at >= 0; at = text.indexOf("70000", at + 5)) {
            found.add(text.substring(at, Math.min(text.length(), at + 10)));
        }
        return found;
    }

    private static Json.Obj part(String name) {
        return (Json.Obj) java.util.Objects.requireNonNull(SCHEMA.get(name));
    }

    private static Map<String, Json> members(Json.@Nullable Obj object) {
        return object == null ? Map.of() : object.members();
    }

    private void fill(Made made) {
        boolean rare = conflicts && random.nextInt(8) == 0;
        made.deleted = rare && random.nextInt(3) == 0;
        made.purged = rare && !made.deleted && random.nextInt(2) == 0;
        made.incomplete = rare && !made.deleted && !made.purged;
        Map<String, Json> fields = new TreeMap<>(members((Json.Obj) SCHEMA.get("all")));
        fields.putAll(members((Json.Obj) part("types").get(made.type)));
        fields.forEach((name, kind) -> field(made, name, kind));
        // What a newer version might write.
        put(made, "futureField", leaf(made, "futureField", "", false));
        consents(made);
        facts(made);
    }

    private static String bare(String name) {
        return name.startsWith("!") ? name.substring(1) : name;
    }

    private void field(Made made, String marked, Json kind) {
        String name = bare(marked);
        boolean secret = marked.startsWith("!");
        Json.Obj inside = inside(kind);
        if (inside != null) {
            boolean items = !(kind instanceof Json.Text text) || !text.value().startsWith("group:");
            for (int i = items ? 1 + random.nextInt(2) : 0; i >= 0; i--) {
                String path = items ? name + "/" + RecordId.random() : name;
                int beside = random.nextInt(6) == 0 && conflicts ? 2 : 1;
                List<Json> all = new ArrayList<>();
                Set<String> said = new HashSet<>();
                for (int b = 0; b < beside; b++) {
                    String own = random.nextInt(3) > 0 ? "yes" : random.nextBoolean() ? "no" : "unknown";
                    said.add(own);
                    all.add(object(made, name, secret, inside, own));
                }
                quotes(made, name, all, said);
                made.values.put(path, all);
                if (!items) {
                    break;
                }
            }
            return;
        }
        String text = ((Json.Text) kind).value();
        if (text.startsWith("set:")) {
            for (int i = 0; i < 2; i++) {
                Json word = leaf(made, name, "", secret);
                made.values.put(name + "/" + ((Json.Text) word).value(), List.of(Json.TRUE));
            }
        } else if (text.startsWith("references:") || text.startsWith("reference:")) {
            String type = text.substring(text.indexOf(':') + 1);
            List<Made> ofType =
                    records.stream().filter(r -> r.type.equals(type)).toList();
            Made other = ofType.get(random.nextInt(ofType.size()));
            if (text.startsWith("reference:")) {
                put(made, name, Json.of(other.id));
            } else {
                made.values.put(name + "/" + other.id, List.of(Json.TRUE));
                if (name.equals("participants")) {
                    made.participants.add(other.id);
                }
            }
        } else if (text.equals("boolean")) {
            put(made, name, Json.TRUE);
        } else {
            int beside = random.nextInt(10) == 0 && conflicts ? 2 : 1;
            List<Json> all = new ArrayList<>();
            for (int i = 0; i < beside; i++) {
                all.add(value(made, name, "", secret, text));
            }
            made.values.put(name, all);
        }
    }

    /** Once all values of a path are known: which answers their speakers gave. */
    private void quotes(Made made, String field, List<Json> all, Set<String> said) {
        if (!made.type.equals("focusGroup") || !field.equals("quotes")) {
            return;
        }
        for (Json each : all) {
            for (Json inside : ((Json.Obj) each).members().values()) {
                String word = inside instanceof Json.Text text ? text.value() : "";
                leaves.computeIfPresent(
                        word, (w, l) -> new Leaf(w, l.record(), l.field(), l.member(), l.sensitive(), said));
            }
        }
    }

    private Json.@Nullable Obj inside(Json kind) {
        if (kind instanceof Json.Obj object) {
            return (Json.Obj) object.get("items");
        }
        String text = ((Json.Text) kind).value();
        String group = text.startsWith("group:") ? text.substring(6) : text.equals("attachments") ? "attachment" : "";
        return group.isEmpty() ? null : (Json.Obj) part("groups").get(group);
    }

    private Json object(Made made, String field, boolean secret, Json.Obj inside, String own) {
        TreeMap<String, Json> members = new TreeMap<>();
        inside.members().forEach((marked, kind) -> {
            String member = bare(marked);
            String text = ((Json.Text) kind).value();
            boolean hidden = secret || marked.startsWith("!");
            if (field.equals("quotes") && member.equals("consent")) {
                members.put(member, Json.of(own));
            } else if (text.startsWith("list:")) {
                members.put(member, new Json.Array(List.of(leaf(made, field, member, hidden))));
            } else if (!text.startsWith("reference")) {
                members.put(member, value(made, field, member, hidden, text));
            }
        });
        members.put("futureMember", leaf(made, field, "futureMember", false));
        return Json.object(members);
    }

    private Json value(Made made, String field, String member, boolean secret, String kind) {
        if (kind.equals("integer")) {
            String number = Long.toString(7_000_000_000L + ++words);
            leaves.put(number, new Leaf(number, made, field, member, secret, Set.of()));
            return Json.of(Long.parseLong(number));
        }
        return leaf(made, field, member, secret);
    }

    private Json leaf(Made made, String field, String member, boolean secret) {
        String word = "cny" + Integer.toString(++words, 35) + "z";
        leaves.put(word, new Leaf(word, made, field, member, secret, Set.of()));
        return Json.of(word);
    }

    private static void put(Made made, String path, Json value) {
        made.values.put(path, List.of(value));
    }

    /** One consent or several, most of them given; the words of its other members stay leaves. */
    private void consents(Made made) {
        List<Json> old = made.values.remove("consent");
        if (old == null) {
            return;
        }
        int beside = conflicts && random.nextInt(5) == 0 ? 2 : 1;
        List<Json> all = new ArrayList<>();
        for (int i = 0; i < beside; i++) {
            Said said = random.nextInt(15) == 0 ? null : said();
            made.consents.add(said);
            Json.Obj group = (Json.Obj) old.get(i < old.size() ? i : 0);
            Json json = said == null ? Json.NULL : json(said, group);
            if (!all.contains(json)) {
                all.add(json);
            }
        }
        if (all.size() > 1 || !(all.get(0) instanceof Json.Null)) {
            made.values.put("consent", all);
        }
    }

    private Said said() {
        Set<String> purposes = new HashSet<>();
        PURPOSES.forEach(p -> {
            if (random.nextInt(4) > 0) {
                purposes.add(p);
            }
        });
        // Drawn from no randomness of its own, so that the notebook of a seed stays what it was.
        for (int i = 0; i < RECEIVERS.size(); i++) {
            if ((words / 7 + i) % 4 > 0) {
                purposes.add(RECEIVERS.get(i));
            }
        }
        String[] given = {
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "yes",
            "declined",
            "pending",
            "withdrawn",
            null
        };
        String[] ends = {null, null, null, null, null, "2023", "2023-07-10", "2024-01", "2023-07-09", "2022", "soon"};
        return new Said(
                given[random.nextInt(given.length)],
                purposes,
                ends[random.nextInt(ends.length)],
                random.nextInt(16) == 0,
                random.nextInt(3) > 0 ? "yes" : random.nextBoolean() ? "no" : null);
    }

    private static Json json(Said said, Json.Obj group) {
        Json.Obj json = group.with(
                        "purposes", Json.texts(said.purposes().stream().sorted().toList()))
                .with("date", Json.of("2023-05-02"))
                .without("withdrawn")
                .without("expires")
                .without("given")
                .without("guardianPresent");
        json = said.given() == null ? json : json.with("given", Json.of(said.given()));
        json = said.expires() == null ? json : json.with("expires", Json.of(said.expires()));
        json = said.withdrawn() ? json.with("withdrawn", Json.of("2023-06-30")) : json;
        return said.guardian() == null ? json : json.with("guardianPresent", Json.of(said.guardian()));
    }

    /** Ages and categories, in which a child may be hidden in one of two contradicting values. */
    private void facts(Made made) {
        if (made.type.equals("participant")) {
            List<Json> years = new ArrayList<>();
            for (int i = conflicts ? random.nextInt(3) : random.nextInt(2); i > 0; i--) {
                int year = random.nextInt(3) == 0 ? 2010 + years.size() : 1980 + years.size();
                years.add(Json.of(year));
                made.ages.add(year);
            }
            made.values.remove("birthYear");
            if (!years.isEmpty()) {
                made.values.put("birthYear", years);
            }
            if (random.nextInt(6) == 0) {
                put(made, "ageBand", Json.of("0-17"));
                made.ages.add("0-17");
            }
        }
        if (made.type.equals("interview")) {
            String category = random.nextInt(6) == 0 ? "child" : "migrant";
            made.categories.add(category);
            List<Json> all = new ArrayList<>(List.of(Json.of(category)));
            if (conflicts && random.nextInt(8) == 0) {
                made.categories.add("child");
                all = new ArrayList<>(List.of(Json.of("migrant"), Json.of("child")));
            }
            made.values.put("category", all);
        }
    }

    @Override
    public Set<String> types() {
        return new HashSet<>(TYPES);
    }

    @Override
    public long count(String type) {
        return records.stream().filter(r -> r.type.equals(type)).count();
    }

    @Override
    public void each(String type, Consumer<Guarded> take) {
        records.stream().filter(r -> r.type.equals(type)).forEach(r -> take.accept(new Guarded(r.state())));
    }
}
