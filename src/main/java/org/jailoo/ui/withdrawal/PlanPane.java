package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.Receivers.Out;
import org.jailoo.app.Receivers.Sent;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.app.WithdrawalPlan.File;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.app.WithdrawalPlan.Item;
import org.jailoo.notebook.CustodyLog.Entry;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.kordamp.ikonli.feather.Feather;

/** What an erasure would do, part by part: here, at others, and what it does not reach. */
final class PlanPane {
    private static final int LISTED = 8;
    private static final double MIB = 1 << 20;

    private final WithdrawModel model;
    private final Texts texts;
    private final CustodyWords words;

    PlanPane(WithdrawModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new CustodyWords(texts);
    }

    List<Node> of(WithdrawalPlan plan) {
        List<Node> parts = new ArrayList<>();
        parts.add(Parts.words(texts.text("withdrawal.plan.intro")));
        if (!plan.identitiesRead()) {
            VBox ask = new VBox(new OpenNames(
                    model.names(), texts.messages(), texts.text("withdrawal.plan.identities-closed"), plan.record()));
            ask.getStyleClass().add("card");
            parts.add(ask);
        }
        parts.add(here(plan));
        if (!plan.toDecide().isEmpty()) {
            parts.add(decide(plan));
        }
        parts.add(told());
        parts.add(out());
        if (!plan.left().isEmpty()) {
            parts.add(left(plan));
        }
        parts.add(mentions(plan));
        return parts;
    }

    private Node here(WithdrawalPlan plan) {
        VBox card = Parts.card("withdraw-here", texts.text("withdrawal.here.title"));
        plan.erased()
                .forEach(here -> card.getChildren()
                        .add(Parts.line(
                                Feather.TRASH_2, Parts.two(Parts.name(texts, here.item()), inside(texts, here)))));
        card.getChildren().add(Parts.quiet(texts.text("withdrawal.here.also")));
        return card;
    }

    /** What of a record lies here, in one line. */
    static String inside(Texts texts, Here here) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.plural("withdrawal.here.revisions", here.bodies()));
        if (here.draft()) {
            parts.add(texts.text("withdrawal.here.draft"));
        }
        if (here.indexed()) {
            parts.add(texts.text("withdrawal.here.words"));
        }
        if (!here.files().isEmpty()) {
            double size = here.files().stream().mapToLong(File::size).sum() / MIB;
            parts.add(texts.plural(
                    "withdrawal.here.files", here.files().size(), Math.max(0.1, Math.round(size * 10) / 10.0)));
        }
        if (!here.shared().isEmpty()) {
            parts.add(texts.plural("withdrawal.here.shared", here.shared().size()));
        }
        return String.join(" · ", parts);
    }

    private Node decide(WithdrawalPlan plan) {
        VBox card = Parts.card(
                "withdraw-decide",
                texts.text("withdrawal.decide.title"),
                Parts.quiet(texts.text("withdrawal.decide.text")));
        for (Here here : plan.toDecide()) {
            Item item = here.item();
            CheckBox box = new CheckBox(Parts.name(texts, item));
            box.setId("decide-" + item.record());
            box.setWrapText(true);
            box.setSelected(model.more().contains(item.record()));
            box.selectedProperty().addListener((p, was, is) -> {
                if (is) {
                    model.more().add(item.record());
                } else {
                    model.more().remove(item.record());
                }
            });
            VBox line = new VBox(1, box);
            line.getChildren().add(indented(inside(texts, here)));
            card.getChildren().add(line);
        }
        return card;
    }

    private static Node indented(String text) {
        VBox box = new VBox(Parts.quiet(text));
        box.getStyleClass().add("under-choice");
        return box;
    }

    private Node told() {
        VBox card = Parts.card("withdraw-told", texts.text("withdrawal.told.title"));
        List<WithdrawModel.Told> told = model.told();
        if (told.isEmpty()) {
            card.getChildren().add(Parts.line(Feather.CHECK, Parts.words(texts.text("withdrawal.told.nobody"))));
        }
        for (WithdrawModel.Told one : told) {
            Set<String> days = one.days().stream().map(words::day).collect(Collectors.toCollection(LinkedHashSet::new));
            String who = words.who(one.who());
            String sent = days.isEmpty()
                    ? texts.text("withdrawal.told.holds", who)
                    : one.surely()
                            ? texts.text("withdrawal.told.sent", who, String.join("; ", days))
                            : texts.text("withdrawal.told.perhaps", who, String.join("; ", days));
            String next = one.who().trust() == Trust.BLOCKED
                    ? texts.text("withdrawal.told.blocked")
                    : texts.text(one.asks() ? "withdrawal.told.asks" : "withdrawal.told.by-itself");
            card.getChildren().add(Parts.line(Feather.MONITOR, Parts.two(sent, next)));
        }
        if (!told.isEmpty()) {
            card.getChildren().add(Parts.quiet(texts.text("withdrawal.told.travels")));
        }
        return card;
    }

    private Node out() {
        Set<String> backups = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        Set<String> unnamed = new TreeSet<>();
        Map<Long, Entry> workbooks = new TreeMap<>();
        Map<Long, Entry> copies = new TreeMap<>();
        for (Here here : model.going()) {
            Out out = here.spread().out();
            out.backups().stream().map(Sent::created).forEach(backups::add);
            out.open().stream().map(Sent::created).forEach(open::add);
            out.unnamed().stream().map(Sent::created).forEach(unnamed::add);
            out.workbooks().forEach(entry -> workbooks.put(entry.number(), entry));
            out.copies().forEach(entry -> copies.put(entry.number(), entry));
        }
        VBox card = Parts.card(
                "withdraw-out", texts.text("withdrawal.out.title"), Parts.quiet(texts.text("withdrawal.out.text")));
        card.getChildren()
                .addAll(OutLines.of(
                        texts,
                        new Out(
                                backups.stream().map(PlanPane::at).toList(),
                                open.stream().map(PlanPane::at).toList(),
                                unnamed.stream().map(PlanPane::at).toList(),
                                List.copyOf(workbooks.values()),
                                List.copyOf(copies.values()))));
        return card;
    }

    private static Sent at(String created) {
        return new Sent("", created, true);
    }

    private Node left(WithdrawalPlan plan) {
        VBox card = Parts.card(
                "withdraw-left", texts.text("withdrawal.left.title"), Parts.quiet(texts.text("withdrawal.left.text")));
        List<Node> lines = plan.left().stream()
                .<Node>map(link -> Parts.line(
                        Feather.LINK,
                        Parts.two(
                                Parts.name(texts, link.from()),
                                field(texts, link.from().type(), link.path()))))
                .toList();
        card.getChildren().addAll(Parts.first(texts, lines, LISTED, 0));
        return card;
    }

    /** The names of the fields on the way to a value. */
    static String field(Texts texts, String type, String path) {
        if (path.isEmpty()) {
            return texts.text("withdrawal.mention.draft");
        }
        int slash = path.indexOf('/');
        int dot = path.indexOf('.');
        String first = path.substring(0, slash >= 0 ? slash : dot >= 0 ? dot : path.length());
        String field = texts.labels().field(type, first);
        if (dot < 0) {
            return field;
        }
        int next = path.indexOf('.', dot + 1);
        String member = path.substring(dot + 1, next < 0 ? path.length() : next);
        return field + " · " + texts.labels().field(type, first, member);
    }

    private Node mentions(WithdrawalPlan plan) {
        VBox card = Parts.card("withdraw-mentions", texts.text("withdrawal.mention.title"));
        if (plan.mentions().isEmpty()) {
            card.getChildren().add(Parts.line(Feather.CHECK, Parts.words(texts.text("withdrawal.mention.none"))));
            return card;
        }
        card.getChildren().add(Parts.quiet(texts.text("withdrawal.mention.text")));
        List<Node> lines = plan.mentions().stream()
                .<Node>map(place -> Parts.line(
                        Feather.EDIT_3,
                        Parts.two(
                                Parts.name(texts, place.in()),
                                texts.text(
                                        place.old()
                                                ? "withdrawal.mention.old"
                                                : place.name() ? "withdrawal.mention.name" : "withdrawal.mention.code",
                                        field(texts, place.in().type(), place.path())))))
                .toList();
        card.getChildren().addAll(Parts.first(texts, lines, LISTED, plan.more()));
        return card;
    }
}
