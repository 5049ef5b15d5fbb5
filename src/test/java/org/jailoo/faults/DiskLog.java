package org.jailoo.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was done on the disk, call by call, as the preloaded library wrote it down. */
final class DiskLog {
    /** In the order of the library. */
    enum Op {
        NONE,
        CREATE,
        WRITE,
        TRUNCATE,
        SYNC,
        RENAME,
        LINK,
        UNLINK,
        MKDIR,
        RMDIR
    }

    /**
     * A call.
     *
     * @param second the other name, of a renaming or a link; empty else
     * @param inode of the file system; used again once a file is gone
     * @param offset where was written, or the new length
     * @param data what was written
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Call(Op op, Path path, String second, long inode, long offset, byte[] data) {}

    private DiskLog() {}

    static List<Call> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        List<Call> calls = new ArrayList<>();
        while (in.hasRemaining()) {
            Op op = List.of(Op.values()).get((int) in.getLong());
            int path = (int) in.getLong();
            int rest = (int) in.getLong();
            long offset = in.getLong();
            long inode = in.getLong();
            in.getLong();
            String name = text(in, path);
            boolean named = op == Op.RENAME || op == Op.LINK;
            String second = named ? text(in, rest) : "";
            byte[] data = new byte[named ? 0 : rest];
            in.get(data);
            calls.add(new Call(op, Path.of(name), second, inode, offset, data));
        }
        return calls;
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
