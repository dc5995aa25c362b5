package org.camundaflows.app.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this process is: a random id in the file {@code node.id} of the data directory, the same after each restart. A lock
 * on the file makes it this process's alone as long as it lives; a second process with the same directory is somebody
 * else at each start. A copy of the directory must not be used beside the original: delete the file from it.
 */
public final class NodeIdentity implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeIdentity.class);

    static final String FILE = "node.id";

    private static final int ID_LENGTH = 36;
    private static final int SHORT_LENGTH = 8;

    private final String id;
    private final @Nullable FileChannel lock;

    private NodeIdentity(String id, @Nullable FileChannel lock) {
        this.id = id;
        this.lock = lock;
    }

    /** The identity kept in a directory, which is made if it is missing, or else one for this start only. */
    public static NodeIdentity claim(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            return claim(FileChannel.open(
                    dataDir.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        } catch (IOException e) {
            return temporary(e.toString());
        }
    }

    private static NodeIdentity claim(FileChannel file) throws IOException {
        if (!lock(file)) {
            file.close();
            return temporary("another process uses the data directory");
        }
        String kept = read(file);
        if (isId(kept)) {
            return new NodeIdentity(kept, file);
        }
        String made = UUID.randomUUID().toString();
        file.truncate(0).write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)), 0);
        file.force(true);
        return new NodeIdentity(made, file);
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(ID_LENGTH);
        file.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static NodeIdentity temporary(String reason) {
        LOG.warn(
                "This node has an id for this start only ({}): runs that a crash interrupts go on when the lock time of"
                        + " their jobs is over.",
                reason);
        return new NodeIdentity(UUID.randomUUID().toString(), null);
    }

    public String id() {
        return id;
    }

    /** The part of the id that people are shown. */
    public String shortId() {
        return id.substring(0, SHORT_LENGTH);
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
