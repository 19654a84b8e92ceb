package studio.makore.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that says what a test wants, for the answers that Postfix gives once a year. */
final class SmtpScript implements AutoCloseable {
  /** An answer that is none: the connection ends. */
  static final String HANGS_UP = "";

  private final ServerSocket listener;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  /** A mail the server took, whether or not the client heard so. */
  record Taken(List<String> recipients, String mail) {}

  SmtpScript() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /**
   * @param command how the client's line begins; {@code "."} for the end of a mail
   */
  void answers(String command, String answer) {
    answers.put(command, answer);
  }

  void answersWellAgain() {
    answers.clear();
  }

  List<Taken> taken() {
    return taken;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void serve(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = client.getOutputStream();
      List<String> recipients = new ArrayList<>();
      boolean goesOn = say(out, answers.getOrDefault("greeting", "220 script"));
      String line;
      while (goesOn && (line = in.readLine()) != null) {
        String answer = answer(line);
        if (line.startsWith("RCPT") && answer.startsWith("250")) {
          recipients.add(line.replaceAll(".*<|>.*", ""));
        }
        goesOn = say(out, answer);
        if (line.equals("DATA") && answer.startsWith("354")) {
          goesOn = say(out, take(in, recipients));
          recipients.clear();
        }
      }
    } catch (IOException gone) {
      // a client may go as it likes
    }
  }

  private String take(BufferedReader in, List<String> recipients) throws IOException {
    var mail = new StringBuilder();
    String line;
    while ((line = in.readLine()) != null && !line.equals(".")) {
      mail.append(line).append("\r\n");
    }
    String answer = answers.getOrDefault(".", "250 2.0.0 queued");
    boolean takes = answer.startsWith("250") || answer.equals(HANGS_UP);
    if (takes && !answers.containsKey("forgets")) {
      taken.add(new Taken(List.copyOf(recipients), mail.toString()));
    }
    return answer;
  }

  private String answer(String line) {
    for (var entry : answers.entrySet()) {
      if (line.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return switch (line.split("[ :]", 2)[0]) {
      case "EHLO" -> "250-script\r\n250 AUTH PLAIN";
      case "AUTH" -> "235 2.7.0 welcome";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static boolean say(OutputStream out, String answer) throws IOException {
    if (answer.equals(HANGS_UP)) {
      return false;
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return !answer.startsWith("221") && !answer.startsWith("421");
  }
}
