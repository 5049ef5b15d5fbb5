package org.jailoo.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Plays how the sample came about, from the office's preparations to the receipt, and gives every file of it. */
final class SampleMaker {
    /** How the files end that are to be compressed. */
    static final String GZIP = ".json.gz";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SampleMaker() {}

    /** By name, the JSON of every file, not compressed; the last is cut off. */
    static Map<String, byte[]> files() {
        SampleMaker maker = new SampleMaker();
        maker.play();
        return maker.files;
    }

    private void play() {
        Texts texts = new Texts();
        WorkingMeetings meetings = new WorkingMeetings(texts);
        GspProject gsp = new GspProject(texts);
        MigrantWomenSurvey survey = new MigrantWomenSurvey(texts);
        Author office = new Author("office");
        office.at("2023-07-03T04:00:00Z");
        meetings.prepare(office);
        Handover first = put(office.handOver("office-1.json"));
        List<Author> villages = new ArrayList<>();
        for (Village village : Village.ALL) {
            // None of the four knows what the others write: what they write of one record is concurrent.
            Author laptop = new Author(village.laptop());
            laptop.receive(first);
            meetings.meet(laptop, village);
            meetings.plan(laptop);
            villages.add(laptop);
        }
        for (Author laptop : villages) {
            laptop.at("2023-07-08T12:00:00Z");
            office.receive(put(laptop.handOver(laptop.name + "-1" + GZIP)));
        }
        new MigrantPlatform(texts).write(office);
        new MonitoringMission(texts).write(office);
        put(office.handOver("office-2" + GZIP));
        gsp.prepare(office);
        gsp.survey(office);
        put(office.handOver("office-3" + GZIP));
        survey.prepare(office);
        survey.write(office);
        put(office.handOver("office-4" + GZIP));
        office.at("2023-07-21T05:00:00Z");
        put(office.receipt("office-receipt.json"));
        again("tosor-1" + GZIP, "tosor-1-again" + GZIP, whole -> whole);
        again("barskoon-1" + GZIP, "barskoon-1-cut.json", SampleMaker::cut);
    }

    private void again(String name, String copy, UnaryOperator<byte[]> change) {
        byte[] whole = Objects.requireNonNull(files.get(name));
        files.put(copy, change.apply(whole));
    }

    private Handover put(Handover handover) {
        files.put(handover.file(), handover.json());
        return handover;
    }

    /** What an interrupted copy leaves, up to the end of a line. */
    private static byte[] cut(byte[] whole) {
        String text = new String(whole, StandardCharsets.UTF_8);
        return Arrays.copyOf(
                whole,
                text.substring(0, text.indexOf('\n', text.length() / 2) + 1).getBytes(StandardCharsets.UTF_8).length);
    }
}
