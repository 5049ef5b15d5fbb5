package org.jailoo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jailoo.bundle.Envelope;
import org.jailoo.identity.TeamList;
import org.jailoo.media.Photos;

/** Writes the inputs from which a search begins: what is right, in each of its forms. */
public final class Seeds {
    private final Path folder;

    private Seeds(Path folder) {
        this.folder = folder;
    }

    /** Into a folder for each target below this one. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** With the folder of the short recordings of the tests of sound. */
    static void write(Path folder, Path sounds) throws IOException {
        Seeds seeds = new Seeds(folder);
        seeds.bundles();
        seeds.cards();
        seeds.tables();
        seeds.workbooks();
        seeds.sheets();
        seeds.pastes();
        seeds.times();
        seeds.media(sounds);
    }

    private void put(String target, String name, String input) throws IOException {
        put(target, name, input.getBytes(StandardCharsets.UTF_8));
    }

    private void sheets() throws IOException {
        put("sheet", "right", new byte[0]);
        put("sheet", "status", new byte[] {0, 0, 27, 1, 1, 1, 2});
        put("sheet", "progress", new byte[] {0, 0, 29, 1, 1, 1, 8, 0, 0, 38, 1, 1, 1, 7});
        put("sheet", "sorted", new byte[] {8, 0, 2, 1});
        put("sheet", "twice", new byte[] {7, 0, 3});
        put("sheet", "formula", new byte[] {0, 0, 27, 1, 0, 1, 0});
    }

    private void pastes() throws IOException {
        put(
                "paste",
                "word",
                "<html><body><p>x<table border=1><tr><th>№<th>Мероприятие<th>Срок<tr><td rowspan=2>1<td colspan=2><p>а"
                        + "<p>б<br>в<tr><td>2<td>до 1 мая 2024<table><tr><td>n</table></table>");
        put("paste", "excel", "№\tИш-чара\tМөөнөтү\r\n1\t\"эки\nсап \"\"а\"\"\"\tар бир кварталда\r\n");
        put("paste", "one", "сөз");
    }

    private void times() throws IOException {
        List<String> phrases = List.of(
                "до конца 2024 года",
                "2-3 квартал",
                "ежеквартально до 15.09.2024",
                "Июнь-август 2024",
                "2024-жылдын 15-сентябрына чейин",
                "ар бир айда",
                "within six months from 1 March 2024",
                "by the end of Q3 2024",
                "постоянно",
                "зима 2023-2024",
                "first half of 2025",
                "с мая по июль",
                "29.02.2024",
                "II квартал",
                "жыл сайын");
        for (int i = 0; i < phrases.size(); i++) {
            put("when", "phrase-" + i, phrases.get(i));
        }
    }

    private void media(Path sounds) throws IOException {
        put("media", "photo.jpg", Photos.camera(24, 16, 6));
        put("media", "photo.png", Photos.png(24, 16));
        put("media", "drawing.gif", Photos.plain(24, 16, "gif"));
        put("media", "drawing.bmp", Photos.plain(12, 8, "bmp"));
        for (String ending : List.of("aac", "mp3", "ogg", "opus", "m4a", "3gp")) {
            byte[] tone = Files.readAllBytes(sounds.resolve("tone." + ending));
            put("media", "tone." + ending, tone);
            if (!ending.startsWith("m4") && !ending.startsWith("3")) {
                put("media", "short." + ending, java.util.Arrays.copyOf(tone, 2500));
            }
        }
        byte[] wav = ByteBuffer.allocate(84)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(76)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(16000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(40)
                .array();
        put("media", "quiet.wav", wav);
    }

    private void put(String target, String name, byte[] input) throws IOException {
        Files.write(Files.createDirectories(folder.resolve(target)).resolve(name), input);
    }

    private void bundles() throws IOException {
        byte[] plain = Given.bundle();
        put("bundle", "plain", plain);
        put("bundle", "receipt", Given.receipt());
        put("bundle", "gzip", wrapped(new Envelope.Gzip(), plain));
        put("bundle", "gzip-of-another-tool", gzip(plain));
        put("bundle", "age", wrapped(new Envelope.ToRecipients(List.of(Team.CHYNARA.recipient())), plain));
        put("bundle", "age-passphrase", wrapped(new Envelope.WithPassphrase("сөз".toCharArray(), 1), plain));
    }

    private static byte[] wrapped(Envelope envelope, byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream wrapped = envelope.wrap(out)) {
            wrapped.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream wrapped = new GZIPOutputStream(out)) {
            wrapped.write(plain);
        }
        return out.toByteArray();
    }

    private void cards() throws IOException {
        put(
                "team",
                "list",
                TeamList.sign(
                                Team.AIDA,
                                Team.card(Team.AIDA),
                                2,
                                Given.TIME,
                                List.of(
                                        new TeamList.Member(Team.card(Team.AIDA), false),
                                        new TeamList.Member(Team.card(Team.BEK), true)))
                        .canonicalBytes());
        put("json", "bundle", Given.bundle());
        put("json", "numbers", "[0,-1,9007199254740991,1.5,1e3,-0,\"\\ud83d\\ude00\\u0000\",true,null,{\"\":[]}]");
        byte[] card = Team.card(Team.AIDA).canonicalBytes();
        put("card", "card", card);
        String other = new String(Team.card(Team.BEK).canonicalBytes(), StandardCharsets.UTF_8);
        put(
                "card",
                "message",
                ("Салам! " + new String(card, StandardCharsets.UTF_8) + "\n" + other).getBytes(StandardCharsets.UTF_8));
        put(
                "card",
                "more-members",
                "{\"v\":1,\"serial\":2,\"name\":\"J-1\",\"more\":[1,{}]}".getBytes(StandardCharsets.UTF_8));
    }

    private void tables() throws IOException {
        String russian = """
                №;ФИО;Пол;Дата рождения;Возраст;Область
                1;Асанова Айнура;ж;04.07.1980;40 лет;Иссык-Кульская
                2;"Токтоматов; Бек";м;1975;45-54;Баткен
                """;
        put("table", "semicolons", russian.getBytes(StandardCharsets.UTF_8));
        put("table", "windows-1251", russian.getBytes(Charset.forName("windows-1251")));
        put("table", "koi8", russian.getBytes(Charset.forName("KOI8-R")));
        put("table", "cp866", russian.getBytes(Charset.forName("IBM866")));
        put("table", "utf16le", ('\uFEFF' + russian).getBytes(StandardCharsets.UTF_16LE));
        put("table", "utf16be", ('\uFEFF' + russian).getBytes(StandardCharsets.UTF_16BE));
        put("table", "utf16-no-mark", russian.getBytes(StandardCharsets.UTF_16LE));
        put(
                "table",
                "kyrgyz-tabs",
                "Аты-жөнү\tЖынысы\tТуулган жылы\r\n\"Үмүт\nӨскөн\"\tаял\t1990\r\n\t\t\r\n=1+1\t+\t2023-07-04 00:00\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        put(
                "table",
                "plan-commas",
                "\uFEFF№,Мероприятие,Сроки исполнения,Ответственные,Статус\r1,\"Провести \"\"встречу\"\"\",II квартал 2024,АО,Q2 2024\r"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void workbooks() throws IOException {
        for (Map.Entry<String, byte[]> part : WorkbookTarget.right().entrySet()) {
            put("workbook", part.getKey().replace('/', '_'), Parts.text(part.getKey(), part.getValue()));
        }
        put(
                "workbook",
                "inline",
                Parts.text(
                        "xl/worksheets/sheet1.xml",
                        ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                        + "<row><c t=\"inlineStr\"><is><t>a</t><rPh><t>b</t></rPh></is></c><c t=\"str\"><f>1</f><v>x_x000D_</v></c></row>"
                                        + "<row r=\"5\"><c r=\"C5\" t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"1\"><v>45111.5</v></c></row>"
                                        + "</sheetData><mergeCells><mergeCell ref=\"A1:A5\"/></mergeCells></worksheet>")
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
