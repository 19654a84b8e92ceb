package studio.makore.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A network between a client and a server, with the faults of one. */
public final class Wire implements AutoCloseable {
  private final ServerSocket listener;
  private final int serverPort;
  private final InetAddress address;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean frozen;
  private volatile UnaryOperator<String> fromServer = text -> text;

  Wire(int serverPort) {
    this(serverPort, "127.0.0.1");
  }

  /**
   * @param address where it listens, and whence it calls the server
   */
  public Wire(int serverPort, String address) {
    this.serverPort = serverPort;
    this.address = InetAddress.ofLiteral(address);
    try {
      listener = new ServerSocket(0, 50, this.address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Nothing passes any more, and nobody is told: a firewall that forgot the connection. */
  void freeze() {
    frozen = true;
  }

  void thaw() {
    frozen = false;
    cut();
  }

  /** Changes what the server says. */
  void rewrite(UnaryOperator<String> change) {
    fromServer = change;
  }

  void cut() {
    for (Socket socket : sockets) {
      close(socket);
    }
    sockets.clear();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort, address, 0);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pass(client, server, text -> text));
        Thread.ofVirtual().start(() -> pass(server, client, text -> fromServer.apply(text)));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void pass(Socket from, Socket to, UnaryOperator<String> change) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      int n;
      while ((n = in.read(buffer)) >= 0) {
        if (!frozen) {
          String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
          out.write(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
        }
      }
    } catch (IOException cut) {
      // both ends are closed below
    }
    close(from);
    close(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
