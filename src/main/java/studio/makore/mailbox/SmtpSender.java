package studio.makore.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import studio.makore.mailbox.SendResult.Refusal;

/** Hands one mail to an SMTP server and says exactly what is known of its fate. Never throws. */
public final class SmtpSender {
  private final SmtpSettings settings;
  private final Pace pace;

  public SmtpSender(SmtpSettings settings) {
    this(settings, Pace.NORMAL);
  }

  SmtpSender(SmtpSettings settings, Pace pace) {
    this.settings = settings;
    this.pace = pace;
  }

  SmtpSettings settings() {
    return settings;
  }

  Pace pace() {
    return pace;
  }

  /**
   * Sends the bytes as they are, header and all; only a Bcc field is left out.
   *
   * @param sender the envelope's sender, where bounces go
   * @param recipients the envelope's recipients; besides, the {@linkplain SmtpSettings#blindCopyTo
   *     blind copy} of the settings
   */
  public SendResult send(String sender, List<String> recipients, byte[] raw) {
    try (var transport = SmtpTransport.connect(settings.server(), sender, pace.timeout())) {
      return send(transport, recipients, raw);
    } catch (MessagingException | RuntimeException e) {
      return new SendResult.Later(Trouble.with("SMTP", settings.server(), e).sentence());
    }
  }

  private SendResult send(SmtpTransport transport, List<String> recipients, byte[] raw) {
    transport.blindCopyTo(settings.blindCopyTo());
    try {
      var message = new MimeMessage(transport.session(), new ByteArrayInputStream(raw));
      transport.sendMessage(message, addresses(recipients));
      return new SendResult.Accepted(recipients, List.of());
    } catch (AddressException unusable) {
      return new SendResult.Refused(
          "%s is no address that mail can be sent to: %s"
              .formatted(unusable.getRef(), Sentence.of(unusable)));
    } catch (SendFailedException answered) {
      return answer(answered, recipients, transport);
    } catch (MessagingException | RuntimeException lost) {
      return lost(lost, transport);
    }
  }

  private static Address[] addresses(List<String> recipients) throws AddressException {
    var addresses = new Address[recipients.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = new InternetAddress(recipients.get(i), true);
    }
    return addresses;
  }

  private SendResult answer(
      SendFailedException answer, List<String> recipients, SmtpTransport transport) {
    List<Refusal> refused = refusals(answer, recipients);
    List<String> reached = texts(answer.getValidSentAddresses());
    if (!reached.isEmpty()) {
      return new SendResult.Accepted(reached, refused);
    }
    int code = code(answer);
    if (code < 0) {
      return lost(answer, transport);
    }
    String words =
        refused.isEmpty()
            ? Sentence.of(answer)
            : String.join("; ", refused.stream().map(Refusal::toString).toList());
    boolean permanent =
        refused.isEmpty() ? code / 100 == 5 : refused.stream().allMatch(Refusal::permanent);
    return permanent ? new SendResult.Refused(words) : new SendResult.Later(words);
  }

  /**
   * @return the SMTP code that ended it; negative when there was no answer
   */
  private static int code(SendFailedException answer) {
    return switch (answer) {
      case SMTPSendFailedException send -> send.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPAddressFailedException address -> address.getReturnCode();
      // "Invalid Addresses": the codes are in its chain, one for each recipient
      default -> 550;
    };
  }

  private SendResult lost(Exception lost, SmtpTransport transport) {
    String reason = Trouble.with("SMTP", settings.server(), lost).sentence();
    return transport.handedOver()
        ? new SendResult.Unknown(reason, transport.copied())
        : new SendResult.Later(reason);
  }

  /** Each recipient that was not reached, with its own words where the server gave some. */
  private static List<Refusal> refusals(SendFailedException answer, List<String> recipients) {
    Map<String, Refusal> own = new HashMap<>();
    Exception next = answer;
    while (next instanceof MessagingException failure) {
      if (failure instanceof SMTPAddressFailedException refusal) {
        String recipient = refusal.getAddress().getAddress();
        own.put(recipient, refusal(recipient, refusal));
      }
      next = failure.getNextException();
    }
    List<String> reached = texts(answer.getValidSentAddresses());
    List<Refusal> refusals = new ArrayList<>();
    for (String recipient : recipients) {
      if (!reached.contains(recipient) && own.containsKey(recipient)) {
        refusals.add(own.get(recipient));
      }
    }
    return refusals;
  }

  private static Refusal refusal(String recipient, SMTPAddressFailedException refusal) {
    int code = refusal.getReturnCode();
    // RFC 5321 §4.5.3.1.10: 552 to a RCPT is to be read as 452
    boolean permanent = code / 100 == 5 && code != 552;
    return new Refusal(recipient, permanent, Sentence.of(refusal));
  }

  private static List<String> texts(Address... addresses) {
    return Stream.ofNullable(addresses)
        .flatMap(Arrays::stream)
        .map(address -> ((InternetAddress) address).getAddress())
        .toList();
  }
}
