package studio.makore.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Raw mails as mail programs write them, put together from the texts of one language ({@code
 * letters/*.properties}) and the shapes of the programs, with what a reader must find in them.
 */
final class Letters {
  enum Client {
    GMAIL,
    GMAIL_WRAPPED,
    GMAIL_ANDROID,
    IOS,
    APPLE_MAIL,
    THUNDERBIRD,
    OUTLOOK,
    OUTLOOK_WEB,
    OUTLOOK_MOBILE,
    OUTLOOK_2003,
    SAMSUNG,
    YAHOO
  }

  enum Place {
    ABOVE,
    BELOW,
    INLINE,
    FORWARD
  }

  enum Form {
    TEXT,
    HTML,
    BOTH
  }

  enum Ending {
    NONE,
    CLOSING,
    THANKS,
    DELIMITER,
    DISCLAIMER
  }

  /** One way to write a mail. */
  record Shape(
      Client client,
      Place place,
      Form form,
      Ending ending,
      int words,
      String charset,
      String encoding) {}

  /**
   * A mail and what is true of it.
   *
   * @param text what the person wrote
   */
  record Letter(Shape shape, byte[] raw, String text) {}

  final Properties texts = new Properties();

  Letters(String language) {
    try (Reader reader =
        new InputStreamReader(
            Letters.class.getResourceAsStream("letters/" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String say(String key) {
    return texts.getProperty(key);
  }

  List<String> charsets() {
    return List.of(say("charsets").split(" "));
  }

  /** Whether the program writes such mails. */
  static boolean exists(Shape shape) {
    boolean outlook =
        switch (shape.client()) {
          case OUTLOOK, OUTLOOK_WEB, OUTLOOK_MOBILE, OUTLOOK_2003, SAMSUNG, YAHOO -> true;
          default -> false;
        };
    boolean gmail = shape.client().name().startsWith("GMAIL");
    if (outlook && (shape.place() == Place.BELOW || shape.place() == Place.INLINE)) {
      return false;
    }
    return !gmail || shape.charset().equals("utf-8");
  }

  Letter letter(Shape shape) {
    String plain = plain(shape);
    String html = html(shape);
    String body =
        switch (shape.form()) {
          case TEXT -> part("text/plain", plain, shape);
          case HTML -> part("text/html", html, shape);
          case BOTH ->
              "Content-Type: multipart/alternative; boundary=\"=_b\"\n\n--=_b\n"
                  + part("text/plain", plain, shape)
                  + "\n--=_b\n"
                  + part("text/html", html, shape)
                  + "\n--=_b--\n";
        };
    String subject =
        shape.place() == Place.FORWARD ? say("subject").replace("Re:", "Fwd:") : say("subject");
    String head =
        "From: "
            + word(say("writer"), shape)
            + " <dana@client.example>\nTo: "
            + word(say("asker"), shape)
            + " <noa@northlight.example>\nSubject: "
            + word(subject, shape)
            + "\nDate: Wed, 16 Sep 2026 12:30:00 +0300\nMessage-ID: <1@client.example>\n"
            + (shape.place() == Place.FORWARD ? "" : "In-Reply-To: <0@northlight.example>\n")
            + "MIME-Version: 1.0\n";
    byte[] raw = (head + body).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return new Letter(shape, raw, encodable(truth(shape), shape));
  }

  private String truth(Shape shape) {
    return shape.place() == Place.INLINE
        ? say("answer.1") + "\n\n" + say("answer.2")
        : say("words." + shape.words());
  }

  /** The signature below the words, the phone's line included. */
  private String ending(Shape shape) {
    String own =
        switch (shape.ending()) {
          case NONE -> "";
          case CLOSING -> say("closing");
          case THANKS -> say("thanks");
          case DELIMITER -> "-- \n" + say("contact");
          case DISCLAIMER -> say("closing") + "\n\n" + say("disclaimer");
        };
    String phone =
        switch (shape.client()) {
          case IOS -> say("phone.ios");
          case SAMSUNG -> say("phone.samsung");
          case OUTLOOK_MOBILE -> say("phone.outlook") + "<https://aka.ms/x>";
          case YAHOO -> say("phone.yahoo");
          default -> "";
        };
    return paragraphs(own, phone);
  }

  private String question() {
    return paragraphs(say("question.1"), say("question.2"), say("question.3"));
  }

  private String attribution(Client client) {
    return switch (client) {
      case GMAIL -> say("attribution.gmail");
      case GMAIL_WRAPPED -> say("attribution.gmail.wrapped");
      case GMAIL_ANDROID -> say("attribution.android");
      case IOS -> say("attribution.ios");
      case THUNDERBIRD -> say("attribution.thunderbird");
      case YAHOO -> say("attribution.yahoo");
      default -> say("attribution.apple");
    };
  }

  /** The header block of the quoted mail, one field a line. */
  private String block(Client client) {
    String from = say("asker") + " <noa@northlight.example>";
    if (client == Client.OUTLOOK_2003) {
      from =
          "noa@northlight.example\n[mailto:noa@northlight.example] "
              + say("behalf")
              + " "
              + say("asker");
    }
    boolean dated = client == Client.SAMSUNG || client.name().startsWith("GMAIL");
    return say("block.from")
        + ": "
        + from
        + "\n"
        + say(dated ? "block.date" : "block.sent")
        + ": "
        + say("block.day")
        + "\n"
        + say("block.to")
        + ": "
        + say("writer")
        + " <dana@client.example>\n"
        + say("block.subject")
        + ": "
        + say("subject").replace("Re: ", "");
  }

  private String plain(Shape shape) {
    String words = say("words." + shape.words());
    String above = paragraphs(words, ending(shape));
    if (shape.place() == Place.FORWARD) {
      return paragraphs(
          above, separator(shape.client()) + "\n" + block(shape.client()), question());
    }
    String attribution = attribution(shape.client());
    return switch (shape.client()) {
      case OUTLOOK -> paragraphs(above, block(shape.client()), question());
      case OUTLOOK_WEB, OUTLOOK_MOBILE ->
          paragraphs(above, "_".repeat(32) + "\n" + block(shape.client()), question());
      case OUTLOOK_2003 ->
          paragraphs(above, say("original.2003") + "\n" + block(shape.client()), question());
      case SAMSUNG ->
          paragraphs(above, say("original.samsung") + "\n" + block(shape.client()), question());
      case YAHOO -> paragraphs(above, "   " + attribution + "  ", question());
      default -> marked(shape, attribution, words, above);
    };
  }

  private String marked(Shape shape, String attribution, String words, String above) {
    boolean inside = shape.client() == Client.IOS || shape.client() == Client.APPLE_MAIL;
    String introduced =
        inside
            ? quoted(attribution + "\n\n" + question())
            : attribution + "\n" + quoted(question());
    return switch (shape.place()) {
      case BELOW ->
          attribution + "\n" + quoted(question()) + "\n\n" + paragraphs(words, ending(shape));
      case INLINE ->
          paragraphs(
              attribution + "\n" + quoted(say("question.1")),
              say("answer.1"),
              quoted(say("question.2")),
              say("answer.2"),
              quoted(say("question.3")));
      default -> paragraphs(above, introduced);
    };
  }

  private String separator(Client client) {
    return switch (client) {
      case IOS, APPLE_MAIL -> say("forward.apple") + "\n";
      case THUNDERBIRD -> say("forward.thunderbird");
      case OUTLOOK_2003 -> say("original.2003");
      case SAMSUNG -> say("original.samsung");
      case OUTLOOK, OUTLOOK_WEB, OUTLOOK_MOBILE -> "_".repeat(32);
      default -> say("forward.gmail");
    };
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? ">" : "> " + line)
        .collect(Collectors.joining("\n"));
  }

  private static String paragraphs(String... texts) {
    return Arrays.stream(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private String html(Shape shape) {
    String words = divs(say("words." + shape.words()));
    String ending =
        ending(shape).isEmpty() ? "" : "<div><br></div>" + ending(shape.client(), ending(shape));
    String question = divs(question());
    String history =
        shape.place() == Place.FORWARD ? forwarded(shape, question) : quote(shape, question);
    String body =
        switch (shape.place()) {
          case ABOVE, FORWARD -> words + ending + history;
          case BELOW -> history + words + ending;
          case INLINE -> inline(shape);
        };
    return "<html><head><style>div{margin:0}</style></head><body dir=\"rtl\">"
        + body
        + "</body></html>";
  }

  private static String ending(Client client, String ending) {
    String lines = divs(ending);
    return switch (client) {
      case GMAIL, GMAIL_WRAPPED ->
          ending.startsWith("-- ")
              ? "<span class=\"gmail_signature_prefix\">-- </span><br><div dir=\"rtl\" class=\"gmail_signature\">"
                  + divs(ending.substring(4))
                  + "</div>"
              : lines;
      case THUNDERBIRD ->
          ending.startsWith("-- ")
              ? "<pre class=\"moz-signature\">" + escaped(ending) + "</pre>"
              : lines;
      default -> lines;
    };
  }

  private String quote(Shape shape, String question) {
    String attribution = escaped(attribution(shape.client()));
    return switch (shape.client()) {
      case GMAIL, GMAIL_WRAPPED, GMAIL_ANDROID ->
          "<br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"rtl\" class=\"gmail_attr\">"
              + attribution
              + "<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0.8ex 0px 0px;border-right:1px solid rgb(204,204,204);padding-right:1ex\">"
              + question
              + "</blockquote></div>";
      case IOS, APPLE_MAIL ->
          "<br><blockquote type=\"cite\">"
              + attribution
              + "<br><br></blockquote><blockquote type=\"cite\"><div dir=\"rtl\">"
              + question
              + "</div></blockquote>";
      case THUNDERBIRD ->
          "<div class=\"moz-cite-prefix\">"
              + attribution
              + "<br></div><blockquote type=\"cite\" cite=\"mid:0@northlight.example\">"
              + question
              + "</blockquote>";
      case YAHOO ->
          "<div id=\"ydp1yahoo_quoted_7\" class=\"ydp1yahoo_quoted\"><div>"
              + attribution
              + "</div><div><br></div>"
              + question
              + "</div>";
      default -> outlook(shape.client(), question);
    };
  }

  private String outlook(Client client, String question) {
    String fields =
        block(client)
            .lines()
            .map(Letters::escaped)
            .map(line -> line.contains(": ") ? "<b>" + line.replaceFirst(": ", ":</b> ") : line)
            .collect(Collectors.joining("<br>"));
    return switch (client) {
      case OUTLOOK ->
          "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal dir=RTL>"
              + fields
              + "</p></div></div>"
              + question;
      case SAMSUNG ->
          "<div>" + say("original.samsung") + "</div><div>" + fields + "</div><br>" + question;
      case OUTLOOK_2003 ->
          "<div>" + say("original.2003") + "<br>" + fields + "</div><br>" + question;
      default ->
          "<div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\"><div id=\"divRplyFwdMsg\" dir=\"rtl\">"
              + fields
              + "</div>"
              + question;
    };
  }

  private String forwarded(Shape shape, String question) {
    String fields = escaped(block(shape.client())).replace("\n", "<br>");
    String separator = escaped(separator(shape.client()).strip());
    return switch (shape.client()) {
      case GMAIL, GMAIL_WRAPPED, GMAIL_ANDROID, YAHOO ->
          "<br><div class=\"gmail_quote\"><div dir=\"rtl\" class=\"gmail_attr\">"
              + separator
              + "<br>"
              + fields
              + "<br></div><br><br>"
              + question
              + "</div>";
      case IOS, APPLE_MAIL ->
          "<div><br><blockquote type=\"cite\"><div>"
              + separator
              + "</div><br><div>"
              + fields.replace("<br>", "</div><div>")
              + "</div><br><div>"
              + question
              + "</div></blockquote></div>";
      case THUNDERBIRD ->
          "<div class=\"moz-forward-container\"><br>"
              + separator
              + "<table class=\"moz-email-headers-table\"><tbody><tr><th>"
              + fields.replace(": ", ": </th><td>").replace("<br>", "</td></tr><tr><th>")
              + "</td></tr></tbody></table><br>"
              + question
              + "</div>";
      default -> outlook(shape.client(), question);
    };
  }

  private String inline(Shape shape) {
    String attribution = escaped(attribution(shape.client()));
    boolean gmail = shape.client().name().startsWith("GMAIL");
    String open =
        gmail
            ? "<blockquote class=\"gmail_quote\" style=\"border-right:1px solid\">"
            : "<blockquote type=\"cite\">";
    String lines =
        open
            + divs(say("question.1"))
            + "</blockquote><div>"
            + divs(say("answer.1"))
            + "</div>"
            + open
            + divs(say("question.2"))
            + "</blockquote><div>"
            + divs(say("answer.2"))
            + "</div>"
            + open
            + divs(say("question.3"))
            + "</blockquote>";
    return gmail
        ? "<div class=\"gmail_quote\"><div class=\"gmail_attr\">"
            + attribution
            + "<br></div>"
            + lines
            + "</div>"
        : "<div class=\"moz-cite-prefix\">" + attribution + "</div>" + lines;
  }

  private static String divs(String text) {
    return text.lines()
        .map(line -> "<div dir=\"auto\">" + (line.isEmpty() ? "<br>" : escaped(line)) + "</div>\n")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String part(String type, String text, Shape shape) {
    byte[] bytes = encodable(text, shape).getBytes(charset(shape.charset()));
    String body =
        switch (shape.encoding()) {
          case "base64" -> Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
          case "quoted-printable" -> quotedPrintable(bytes);
          default -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    return "Content-Type: "
        + type
        + "; charset=\""
        + shape.charset()
        + "\"\nContent-Transfer-Encoding: "
        + shape.encoding()
        + "\n\n"
        + body;
  }

  private String word(String text, Shape shape) {
    byte[] bytes = encodable(text, shape).getBytes(charset(shape.charset()));
    return "=?" + shape.charset() + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static Charset charset(String label) {
    return Charset.forName(label.replace("-i", ""));
  }

  /** What old charsets lack is written as the programs do: plain quotes and digits, no marks. */
  static String encodable(String text, Shape shape) {
    var encoder = charset(shape.charset()).newEncoder();
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> encoder.canEncode(letter) ? letter : plain(letter))
        .collect(Collectors.joining());
  }

  private static String plain(String letter) {
    char c = letter.charAt(0);
    if (c >= '\u0660' && c <= '\u0669') {
      return String.valueOf((char) (c - '\u0660' + '0'));
    }
    return Invisible.is(c) ? "" : Fold.fold(letter);
  }

  private static String quotedPrintable(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int column = 0;
    for (byte b : bytes) {
      if (b == '\n') {
        out.write('\n');
        column = 0;
        continue;
      }
      if (column > 72) {
        out.writeBytes("=\n".getBytes(StandardCharsets.US_ASCII));
        column = 0;
      }
      boolean bare = b > ' ' && b < 127 && b != '=' || b == ' ';
      String written = bare ? String.valueOf((char) b) : "=%02X".formatted(b & 0xff);
      out.writeBytes(written.getBytes(StandardCharsets.US_ASCII));
      column += written.length();
    }
    return out.toString(StandardCharsets.US_ASCII);
  }
}
