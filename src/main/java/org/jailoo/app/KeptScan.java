package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.app.HandoverChecks.Check;
import org.jailoo.app.HomeScan.Found;
import org.jailoo.app.HomeScan.Lacking;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Settings;
import org.jailoo.notebook.Snapshot;
import org.jailoo.report.QuotaCount;
import org.jailoo.report.Quantity;

/**
 * What the last long walk of the first page found, kept inside the notebook for the next unlocking: of records their ids
 * alone, whose rows are read anew. It goes with every erasure.
 */
final class KeptScan {
    /** Raise it when the form changes: what another version kept is not read. */
    private static final long VERSION = 1;

    private final Notebook notebook;

    KeptScan(Notebook notebook) {
        this.notebook = notebook;
    }

    void keep(Found found) {
        TreeMap<String, Json> lacking = new TreeMap<>();
        found.lacking()
                .forEach((check, each) -> lacking.put(
                        check.name(),
                        Json.object(Map.of(
                                "count",
                                Json.of(each.count()),
                                "first",
                                Json.texts(each.first().stream()
                                        .map(Lists.Row::record)
                                        .toList())))));
        Json.Obj json = Json.object(Map.of(
                "v", Json.of(VERSION),
                "stamp", Json.of(found.stamp()),
                "time", Json.of(found.time()),
                "today", Json.of(found.today()),
                "quotas",
                        new Json.Array(found.quotas().stream()
                                .map(KeptScan::campaign)
                                .toList()),
                "lacking", Json.object(lacking)));
        notebook.settings().put(Settings.WALK, CanonicalJson.text(json));
    }

    private static Json campaign(QuotaCount.OfCampaign of) {
        return Json.object(Map.of(
                "campaign", Json.of(of.campaign()),
                "title", Json.of(of.title()),
                "start", Json.of(of.start()),
                "end", Json.of(of.end()),
                "quotas", new Json.Array(of.quotas().stream().map(KeptScan::quota).toList())));
    }

    private static Json quota(QuotaCount quota) {
        TreeMap<String, Json> members = new TreeMap<>(Map.of(
                "label", Json.of(quota.label()),
                "sex", Json.of(quota.sex()),
                "adm1", Json.of(quota.adm1()),
                "ageFrom", Json.of(quota.ageFrom()),
                "target", Json.of(quota.target()),
                "reached", Json.of(quota.reached()),
                "subject", Json.of(quota.quantity().subject())));
        if (quota.ageTo() != null) {
            members.put("ageTo", Json.of(quota.ageTo()));
        }
        TreeMap<String, Json> keys = new TreeMap<>();
        quota.quantity().keys().forEach((key, value) -> keys.put(key, Json.of(value)));
        members.put("keys", new Json.Obj(keys));
        return new Json.Obj(members);
    }

    /** What was kept last, whatever came since; empty where nothing was, or where another version wrote it. */
    Optional<Found> last() {
        return notebook.reading(at -> at.settings().get(Settings.WALK).flatMap(text -> read(at, text)));
    }

    private static Optional<Found> read(Snapshot at, String text) {
        try {
            if (!(JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), 16) instanceof Json.Obj json)
                    || number(json, "v") != VERSION) {
                return Optional.empty();
            }
            Map<Check, Lacking> lacking = new EnumMap<>(Check.class);
            if (json.get("lacking") instanceof Json.Obj all) {
                for (Check check : Check.values()) {
                    if (all.get(check.name()) instanceof Json.Obj each) {
                        lacking.put(check, new Lacking(number(each, "count"), rows(at, each)));
                    }
                }
            }
            return Optional.of(new Found(
                    text(json, "stamp"),
                    text(json, "time"),
                    text(json, "today"),
                    objects(json, "quotas").stream().map(KeptScan::campaign).toList(),
                    lacking));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static List<Lists.Row> rows(Snapshot at, Json.Obj each) {
        List<Lists.Row> rows = new ArrayList<>();
        if (each.get("first") instanceof Json.Array ids) {
            for (Json id : ids.items()) {
                Lists.Row row = id instanceof Json.Text text ? at.lists().find(text.value()) : null;
                if (row != null && !row.deleted() && !row.purged()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static QuotaCount.OfCampaign campaign(Json.Obj of) {
        return new QuotaCount.OfCampaign(
                text(of, "campaign"),
                text(of, "title"),
                text(of, "start"),
                text(of, "end"),
                objects(of, "quotas").stream().map(KeptScan::quota).toList());
    }

    private static QuotaCount quota(Json.Obj quota) {
        SortedMap<String, String> keys = new TreeMap<>();
        if (quota.get("keys") instanceof Json.Obj all) {
            all.members().forEach((key, value) -> {
                if (value instanceof Json.Text text) {
                    keys.put(key, text.value());
                }
            });
        }
        return new QuotaCount(
                text(quota, "label"),
                text(quota, "sex"),
                text(quota, "adm1"),
                number(quota, "ageFrom"),
                quota.integer("ageTo"),
                number(quota, "target"),
                number(quota, "reached"),
                new Quantity(text(quota, "subject"), keys));
    }

    private static List<Json.Obj> objects(Json.Obj in, String name) {
        return in.get(name) instanceof Json.Array array
                ? array.items().stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList()
                : List.of();
    }

    private static String text(Json.Obj in, String name) {
        return Objects.requireNonNullElse(in.text(name), "");
    }

    private static long number(Json.Obj in, String name) {
        return Objects.requireNonNullElse(in.integer(name), 0L);
    }
}
