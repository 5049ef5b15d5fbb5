package org.jailoo.chart;

import com.github.rzymek.opczip.OpcZipOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * A stream that takes a workbook as it is written, and passes it on with the charts and page breaks that were given for
 * its sheets before they ended.
 *
 * <p>It takes entry by entry apart and packs it again; of a sheet it holds the last few bytes, of the book the parts of
 * the charts. It starts no thread and opens no file, so a failure or a cancel goes through it as through any stream.
 */
public final class CompletedPackage extends OutputStream {
    private static final int LOCAL = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DESCRIBED = 0x08074b50;
    private static final int HEADER_LENGTH = 30;

    /** Signature, checksum and two long sizes, as the writer of workbooks writes them after each entry. */
    private static final int DESCRIPTOR_LENGTH = 24;

    private static final String TYPES = "[Content_Types].xml";
    private static final byte[] SHEET_END = "</worksheet>".getBytes(StandardCharsets.US_ASCII);
    private static final String TYPES_END = "</Types>";

    private enum At {
        HEADER,
        NAME,
        CONTENT,
        DESCRIPTOR,
        /** The list of all entries, which is written anew. */
        DIRECTORY
    }

    /** What a sheet gets besides its rows. */
    private record Addition(List<Chart> charts, List<Integer> breaks) {}

    private final OpcZipOutputStream out;
    private final Inflater inflater = new Inflater(true);
    private final Map<String, Addition> additions = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();
    private final byte[] content = new byte[16 * 1024];
    private ByteArrayOutputStream head = new ByteArrayOutputStream();
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private At at = At.HEADER;
    private int wanted = HEADER_LENGTH;
    private String name = "";
    private int charts;

    /** The stream stays open. */
    public CompletedPackage(OutputStream out) {
        this.out = new OpcZipOutputStream(out);
    }

    /**
     * Gives a sheet charts and page breaks; before its last byte is written.
     *
     * @param sheet the number of the sheet, from 1, in the order in which they are written
     * @param breaks the rows, from 0, that begin a page
     */
    public void add(int sheet, List<Chart> charts, List<Integer> breaks) {
        String part = "xl/worksheets/sheet" + sheet + ".xml";
        additions.put(part, new Addition(List.copyOf(charts), List.copyOf(breaks)));
        numbers.put(part, sheet);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end && at != At.DIRECTORY) {
            if (at == At.CONTENT) {
                from = inflate(bytes, from, end);
            } else {
                int taken = Math.min(wanted - head.size(), end - from);
                head.write(bytes, from, taken);
                from += taken;
                if (head.size() == wanted) {
                    ByteBuffer whole = ByteBuffer.wrap(head.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
                    head = new ByteArrayOutputStream();
                    took(whole);
                }
            }
        }
    }

    private void took(ByteBuffer whole) throws IOException {
        switch (at) {
            case HEADER -> header(whole);
            case NAME -> begin(whole);
            case DESCRIPTOR -> {
                expect(whole.getInt(0) == DESCRIBED);
                next(At.HEADER, HEADER_LENGTH);
            }
            case CONTENT, DIRECTORY -> throw new IllegalStateException();
        }
    }

    private void header(ByteBuffer header) throws IOException {
        if (header.getInt(0) == DIRECTORY) {
            at = At.DIRECTORY;
            return;
        }
        expect(header.getInt(0) == LOCAL && header.getShort(8) == ZipEntry.DEFLATED);
        name = "";
        next(At.NAME, Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28)));
    }

    private void next(At state, int bytes) {
        at = state;
        wanted = bytes;
    }

    /** The writer of workbooks writes no extra fields: the name is all there is. */
    private void begin(ByteBuffer whole) throws IOException {
        name = StandardCharsets.UTF_8.decode(whole).toString();
        held = new ByteArrayOutputStream();
        inflater.reset();
        at = At.CONTENT;
        if (!name.equals(TYPES)) {
            out.putNextEntry(new ZipEntry(name));
        }
    }

    private int inflate(byte[] bytes, int from, int end) throws IOException {
        inflater.setInput(bytes, from, end - from);
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(content);
                if (n > 0) {
                    part(n);
                } else if (inflater.needsInput()) {
                    return end;
                } else {
                    expect(inflater.finished());
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("not the entry of a workbook", e);
        }
        int rest = inflater.getRemaining();
        finishEntry();
        next(At.DESCRIPTOR, DESCRIPTOR_LENGTH);
        return end - rest;
    }

    private void part(int length) throws IOException {
        if (name.equals(TYPES)) {
            held.write(content, 0, length);
        } else if (additions.containsKey(name)) {
            held.write(content, 0, length);
            byte[] all = held.toByteArray();
            int sure = Math.max(0, all.length - SHEET_END.length);
            out.write(all, 0, sure);
            held.reset();
            held.write(all, sure, all.length - sure);
        } else {
            out.write(content, 0, length);
        }
    }

    private void finishEntry() throws IOException {
        if (name.equals(TYPES)) {
            writeParts();
            return;
        }
        Addition addition = additions.remove(name);
        if (addition != null) {
            expect(java.util.Arrays.equals(held.toByteArray(), SHEET_END));
            out.write(breaks(addition.breaks()).getBytes(StandardCharsets.UTF_8));
            if (!addition.charts().isEmpty()) {
                DrawingParts drawing = new DrawingParts(numbers.getOrDefault(name, 0), charts + 1, addition.charts());
                charts += addition.charts().size();
                parts.putAll(drawing.parts());
                types.putAll(drawing.types());
                out.write(DrawingParts.inSheet().getBytes(StandardCharsets.UTF_8));
            }
            out.write(SHEET_END);
        }
        out.closeEntry();
    }

    private static String breaks(List<Integer> rows) {
        List<String> breaks = new ArrayList<>();
        for (int row : rows) {
            if (row > 0) {
                breaks.add("<brk id=\"" + row + "\" max=\"16383\" man=\"1\"/>");
            }
        }
        return breaks.isEmpty()
                ? ""
                : "<rowBreaks count=\"" + breaks.size() + "\" manualBreakCount=\"" + breaks.size() + "\">"
                        + String.join("", breaks) + "</rowBreaks>";
    }

    /** The parts of the charts, and the list of what each part of the book is. */
    private void writeParts() throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            out.putNextEntry(new ZipEntry(part.getKey()));
            out.write(part.getValue());
            out.closeEntry();
        }
        String list = held.toString(StandardCharsets.UTF_8);
        expect(list.endsWith(TYPES_END));
        StringBuilder whole = new StringBuilder(list.substring(0, list.length() - TYPES_END.length()));
        types.forEach((part, type) -> whole.append("<Override PartName=\"/")
                .append(part)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>"));
        out.putNextEntry(new ZipEntry(TYPES));
        out.write(whole.append(TYPES_END).toString().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
        parts.clear();
    }

    private static void expect(boolean as) throws IOException {
        if (!as) {
            throw new IOException("the workbook is not written as it was known to be");
        }
    }

    /** Writes what ends the package. Without it what was written is none. */
    public void finish() throws IOException {
        expect(at == At.DIRECTORY);
        out.finish();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Lets go; the stream below stays open, and is not ended. */
    @Override
    public void close() {
        inflater.end();
    }
}
