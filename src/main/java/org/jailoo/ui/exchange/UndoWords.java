package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jailoo.app.UndoPlan;
import org.jailoo.app.UndoPlan.Obstacle;
import org.jailoo.app.UndoPlan.Reversed;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.app.UndoPlan.Why;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;

/** What undoing an import would do, in plain words: what goes, what stays and why, and in which way. */
record UndoWords(Texts texts) {
    /** Whether there is anything to do. */
    static boolean isWorthDoing(UndoPlan plan) {
        return plan.way() == Way.REVERT
                || (plan.way() == Way.TAKE_OUT && !plan.alone().records().isEmpty());
    }

    /** Its paragraphs. */
    List<Node> of(UndoPlan plan) {
        List<Node> nodes = new ArrayList<>();
        if (isNothing(plan)) {
            nodes.add(Wrapped.words(texts.text("exchange.history.out.nothing")));
        } else if (plan.way() == Way.TAKE_OUT) {
            nodes.addAll(out(plan));
        } else {
            nodes.add(Wrapped.words(texts.text("exchange.history.why.title"), Styles.TEXT_BOLD));
            nodes.add(points(plan.obstacles().entrySet().stream().map(this::why).toList()));
            nodes.add(Wrapped.words(
                    plan.way() == Way.REVERT
                            ? texts.text("exchange.history.revert.title")
                            : texts.text("exchange.history.revert.nothing")));
            nodes.add(points(reverted(plan)));
        }
        List<String> stays = stays(plan);
        if (!stays.isEmpty()) {
            nodes.add(Wrapped.words(texts.text("exchange.history.stays.title"), Styles.TEXT_BOLD));
            nodes.add(points(stays));
        }
        return nodes;
    }

    /** Whether it brought nothing by itself, though what it brought is known. */
    private static boolean isNothing(UndoPlan plan) {
        return plan.alone().records().isEmpty()
                && plan.obstacles().keySet().stream()
                        .noneMatch(o -> o == Obstacle.EARLIER_FORM || o == Obstacle.RESTORED);
    }

    private List<Node> out(UndoPlan plan) {
        List<String> goes = new ArrayList<>();
        add(goes, "exchange.history.out.vanish", plan.vanishing());
        add(goes, "exchange.history.out.change", plan.changing());
        add(goes, "exchange.history.out.files", plan.alone().files().size());
        add(goes, "exchange.history.out.purges", plan.waitingPurges());
        return List.of(Wrapped.words(texts.text("exchange.history.out.title"), Styles.TEXT_BOLD), points(goes));
    }

    private List<String> reverted(UndoPlan plan) {
        List<String> reverted = new ArrayList<>();
        long deletes = plan.reversed().stream().filter(Reversed::deletes).count();
        add(reverted, "exchange.history.revert.values", plan.reversed().size() - deletes);
        add(reverted, "exchange.history.revert.deletes", deletes);
        return reverted;
    }

    private List<String> stays(UndoPlan plan) {
        List<String> stays = new ArrayList<>();
        for (Why why : Why.values()) {
            add(
                    stays,
                    switch (why) {
                        case CONFLICT -> "exchange.history.stays.conflict";
                        case CONSENT -> "exchange.history.stays.consent";
                        case NAMES_CLOSED -> "exchange.history.stays.names";
                        case TOO_LARGE -> "exchange.history.stays.large";
                    },
                    plan.stays().stream().filter(s -> s.why() == why).count());
        }
        add(stays, "exchange.history.stays.erased", plan.erased().size());
        if (plan.way() == Way.TAKE_OUT && !isNothing(plan)) {
            add(stays, "exchange.history.stays.elsewhere", plan.alone().elsewhere());
            stays.add(texts.text("exchange.history.stays.trust"));
        }
        return stays;
    }

    private String why(Map.Entry<Obstacle, Long> obstacle) {
        long count = obstacle.getValue();
        return switch (obstacle.getKey()) {
            case EARLIER_FORM -> texts.text("exchange.history.why.earlier");
            case RESTORED -> texts.text("exchange.history.why.restored");
            case UNDONE -> texts.text("exchange.history.out.nothing");
            case BUILT_ON -> texts.plural("exchange.history.why.built", count);
            case REFERRED -> texts.plural("exchange.history.why.referred", count);
            case DRAFT -> texts.plural("exchange.history.why.draft", count);
            case HANDED_ON -> texts.plural("exchange.history.why.handed", count);
        };
    }

    private void add(List<String> lines, String key, long count) {
        if (count > 0) {
            lines.add(texts.plural(key, count));
        }
    }

    private static Node points(List<String> lines) {
        VBox box = new VBox(3);
        lines.forEach(line -> box.getChildren().add(Wrapped.words("•  " + line)));
        return box;
    }
}
