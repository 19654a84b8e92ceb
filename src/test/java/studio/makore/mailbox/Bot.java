package studio.makore.mailbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.mail.OutgoingMail;

/**
 * The whole way of a mail through this room, as small as it can be: each mail that comes in is
 * answered to one client. As a program of its own it stops at a step, to be killed there.
 */
record Bot(String url, String user, int imapPort, int smtpPort, Path certificate, String client) {
  static final String REPLY = "<reply@studio.test>";

  /** Arguments: database, user, IMAP port, SMTP port, certificate, client, the step to stop at. */
  public static void main(String[] args) throws IOException {
    Step stopping = Step.valueOf(args[6]);
    var bot =
        new Bot(
            args[0],
            args[1],
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Path.of(args[4]),
            args[5]);
    bot.work(
        Clock.systemUTC(),
        step -> {
          if (step == stopping) {
            System.out.println("at " + step);
            waitToBeKilled();
          }
        });
    System.out.println("done");
  }

  void work(Clock clock, Consumer<Step> at) {
    try (var dataSource = new HikariDataSource()) {
      dataSource.setJdbcUrl(url);
      dataSource.setMaximumPoolSize(2);
      var jdbc = JdbcClient.create(dataSource);
      var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
      var inbox = new InboundStore(jdbc, transactions, clock, at);
      var outbox = new Outbox(jdbc, transactions, clock, Mails::written, sender(), imap(), at);
      try (var watcher = new MailboxWatcher(imap(), inbox, clock, new Random(1), event -> {}, at)) {
        watcher.fetchNew();
      }
      while (inbox.process(mail -> handle(mail, outbox)).isPresent()) {}
      outbox.sendDue();
    }
  }

  private String handle(Inbound mail, Outbox outbox) {
    String id = mail.messageId().orElseThrow();
    if (outbox.isOurs(id)) {
      outbox.confirm(id);
      return "our own copy";
    }
    OutgoingMail reply = Mails.outgoing(REPLY, user, client);
    return outbox.add(reply, "mail:" + id) ? "answered" : "answered before";
  }

  private SmtpSender sender() {
    return new SmtpSender(new SmtpSettings(server(smtpPort), user));
  }

  private ImapSettings imap() {
    return new ImapSettings(server(imapPort), "INBOX", true);
  }

  MailServer server(int port) {
    return new MailServer(
        "127.0.0.1",
        port,
        Tls.STARTTLS,
        new Login.Password(user, "secret"),
        Optional.of(certificate));
  }

  private static void waitToBeKilled() {
    try {
      Thread.sleep(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
