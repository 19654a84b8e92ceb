package studio.makore.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An {@link OutgoingMail} as the bytes that go to the server: multipart/alternative in UTF-8, plain
 * text first, inside multipart/mixed when files go along. The same mail always gives the same
 * bytes, so that what was approved can be compared with what is sent.
 */
public final class MailWriter {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>@]{1,400}@[^\\s<>@]{1,400}>");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]\\\\\",;:@]{1,64}@[^\\s<>()\\[\\]\\\\\",;:@]{1,255}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[a-z]{1,20}/[A-Za-z0-9.+-]{1,80}(?:; ?[a-zA-Z-]{1,30}=[A-Za-z0-9.+_-]{1,60}){0,5}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final String CRLF = "\r\n";

  private MailWriter() {}

  /**
   * The mail as RFC 5322 and MIME want it, lines ending in CRLF. Message-ID and Date are exactly
   * those given.
   *
   * @throws IllegalArgumentException when a value could not stand in a header as it is: a line
   *     break or another control character in it, an address or a Message-ID that is none, no
   *     addressee
   */
  public static byte[] write(OutgoingMail mail) {
    String boundary = boundary(mail);
    StringBuilder out = new StringBuilder();
    if (mail.to().isEmpty()) {
      throw new IllegalArgumentException("The mail has no addressee.");
    }
    header(out, "Date", DATE.format(mail.date()));
    header(out, "From", mailbox("From", mail.from()));
    mail.replyTo().ifPresent(address -> header(out, "Reply-To", mailbox("Reply-To", address)));
    header(out, "To", mailboxes("To", mail.to()));
    header(out, "Subject", encoded("Subject", mail.subject()));
    header(out, "Message-ID", messageId("Message-ID", mail.messageId()));
    mail.inReplyTo().ifPresent(id -> header(out, "In-Reply-To", messageId("In-Reply-To", id)));
    if (!mail.references().isEmpty()) {
      header(out, "References", references(mail.references()));
    }
    mail.autoSubmitted()
        .ifPresent(value -> header(out, "Auto-Submitted", token("Auto-Submitted", value)));
    header(out, "Content-Language", language(mail.language()));
    header(out, "MIME-Version", "1.0");
    if (mail.enclosures().isEmpty()) {
      alternative(out, boundary, mail);
    } else {
      mixed(out, boundary, mail);
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void alternative(StringBuilder out, String boundary, OutgoingMail mail) {
    header(out, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    part(out, boundary, "text/plain", mail.text());
    part(out, boundary, "text/html", page(mail));
    end(out, boundary);
  }

  private static void mixed(StringBuilder out, String boundary, OutgoingMail mail) {
    String outer = boundary + "_";
    header(out, "Content-Type", "multipart/mixed; boundary=\"" + outer + "\"");
    out.append(CRLF).append("--").append(outer).append(CRLF);
    alternative(out, boundary, mail);
    for (Enclosure enclosure : mail.enclosures()) {
      out.append(CRLF).append("--").append(outer).append(CRLF);
      header(out, "Content-Type", contentType(enclosure));
      header(out, "Content-Disposition", "attachment" + named("filename", enclosure));
      header(out, "Content-Transfer-Encoding", "base64");
      out.append(CRLF).append(Base64.getMimeEncoder().encodeToString(enclosure.content()));
      out.append(CRLF);
    }
    end(out, outer);
  }

  private static void end(StringBuilder out, String boundary) {
    out.append(CRLF).append("--").append(boundary).append("--").append(CRLF);
  }

  private static String contentType(Enclosure enclosure) {
    String type = oneLine("Content-Type", enclosure.type());
    if (!MEDIA_TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "Content-Type holds \"" + shown(type) + "\", which is no media type.");
    }
    return type + named("name", enclosure);
  }

  /** A name in any script as RFC 2231 has it. */
  private static String named(String parameter, Enclosure enclosure) {
    var list = new ParameterList();
    list.set(parameter, Invisible.strip(oneLine("filename", enclosure.name())).strip(), "UTF-8");
    return list.toString();
  }

  private static void header(StringBuilder out, String name, String value) {
    out.append(name)
        .append(": ")
        .append(MimeUtility.fold(name.length() + 2, value).replaceAll("\r?\n", CRLF))
        .append(CRLF);
  }

  private static String mailboxes(String field, List<Address> addresses) {
    return addresses.stream()
        .map(address -> mailbox(field, address))
        .collect(Collectors.joining(", "));
  }

  private static String mailbox(String field, Address address) {
    String bare = oneLine(field, address.address());
    if (!ADDRESS.matcher(bare).matches() || !Invisible.strip(bare).equals(bare)) {
      throw new IllegalArgumentException(
          field + " holds \"" + shown(bare) + "\", which is no mail address.");
    }
    String name = Invisible.strip(oneLine(field, address.name())).strip();
    return name.isEmpty() ? bare : phrase(field, name) + " <" + bare + ">";
  }

  private static String phrase(String field, String name) {
    if (!name.chars().allMatch(c -> c < 127)) {
      return word(field, name);
    }
    return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String encoded(String field, String value) {
    String line = oneLine(field, value);
    // Text that only looks encoded would be decoded at the other end.
    return line.chars().allMatch(c -> c < 127) && !line.contains("=?") ? line : word(field, line);
  }

  private static String word(String field, String value) {
    try {
      return MimeUtility.encodeWord(value, "UTF-8", "B").replaceAll("\r?\n\\s*", " ");
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(field + " could not be encoded.", impossible);
    }
  }

  private static String messageId(String field, String id) {
    if (!MESSAGE_ID.matcher(oneLine(field, id)).matches() || !id.chars().allMatch(c -> c < 127)) {
      throw new IllegalArgumentException(
          field + " holds \"" + shown(id) + "\", which is no Message-ID in angle brackets.");
    }
    return id;
  }

  private static String references(List<String> ids) {
    return ids.stream().map(id -> messageId("References", id)).collect(Collectors.joining(" "));
  }

  private static String language(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) {
      throw new IllegalArgumentException(
          "\"" + shown(tag) + "\" is no language tag such as \"he\".");
    }
    return tag;
  }

  private static String token(String field, String value) {
    if (!TOKEN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + " holds \"" + shown(value) + "\"; a word such as \"auto-replied\" is wanted.");
    }
    return value;
  }

  private static String oneLine(String field, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean control = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      if (control) {
        String what = c == '\r' || c == '\n' ? "a line break" : "a control character";
        throw new IllegalArgumentException(
            field
                + " holds "
                + what
                + " after \""
                + shown(value.substring(0, i))
                + "\"; a header is one line of text.");
      }
    }
    return value;
  }

  private static String shown(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }

  private static void part(StringBuilder out, String boundary, String type, String text) {
    byte[] bytes = text.replaceAll("\r\n|\r|\n", CRLF).getBytes(StandardCharsets.UTF_8);
    boolean latin = isMostlyAscii(bytes);
    out.append(CRLF).append("--").append(boundary).append(CRLF);
    out.append("Content-Type: ").append(type).append("; charset=UTF-8").append(CRLF);
    out.append("Content-Transfer-Encoding: ")
        .append(latin ? "quoted-printable" : "base64")
        .append(CRLF)
        .append(CRLF);
    out.append(latin ? quotedPrintable(bytes) : Base64.getMimeEncoder().encodeToString(bytes));
    out.append(CRLF);
  }

  private static boolean isMostlyAscii(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high * 8 <= bytes.length;
  }

  private static String quotedPrintable(byte[] bytes) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(bytes.length * 2);
    try (OutputStream out = MimeUtility.encode(encoded, "quoted-printable")) {
      out.write(bytes);
    } catch (IOException | MessagingException impossible) {
      throw new UncheckedIOException(new IOException(impossible));
    }
    return encoded.toString(StandardCharsets.US_ASCII);
  }

  /**
   * The frame around the body: a readable column, the reader's own fonts. The direction also stands
   * on a box inside, because Gmail drops html and body and keeps what is in them.
   */
  private static String page(OutgoingMail mail) {
    String direction = mail.rightToLeft() ? "rtl" : "ltr";
    String side = mail.rightToLeft() ? "right" : "left";
    return """
    <!DOCTYPE html>
    <html lang="%1$s" dir="%2$s">
    <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    </head>
    <body style="margin:0;padding:0">
    <div lang="%1$s" dir="%2$s" style="max-width:640px;padding:16px;text-align:%3$s;direction:%2$s;\
    font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5">
    %4$s
    </div>
    </body>
    </html>
    """
        .formatted(mail.language(), direction, side, mail.html());
  }

  private static String boundary(OutgoingMail mail) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(mail.messageId().getBytes(StandardCharsets.UTF_8));
      digest.update(mail.text().getBytes(StandardCharsets.UTF_8));
      digest.update(mail.html().getBytes(StandardCharsets.UTF_8));
      // "=_" cannot occur in quoted-printable nor base64 text.
      return "=_" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java has no SHA-256.", impossible);
    }
  }
}
