package org.camundaflows.app.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections, counts them and closes them without a word. */
final class CountingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = new Thread(this::accept, "counting-server");

    CountingServer() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                socket.accept().close();
                connections.incrementAndGet();
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws Exception {
        socket.close();
        thread.join();
    }
}
