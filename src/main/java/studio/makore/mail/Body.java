package studio.makore.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What of a MIME tree is the message to read, and what is a file.
 *
 * @param pieces the readable pieces in their order
 * @param files the parts that are attachments
 * @param pictures the parts that the HTML shows in its text
 * @param problems where to say what could not be read
 * @param mails the mails inside {@code message/rfc822} parts; they are among the files too
 */
record Body(
    List<Piece> pieces,
    List<Part> files,
    List<Part> pictures,
    List<Part> mails,
    List<String> problems) {
  /** One piece of the message, in one or both forms; {@code ""} where a form is missing. */
  static final class Piece {
    private final String plain;
    private final String html;
    private List<Line> htmlLines = List.of();

    Piece(String plain, String html) {
      this.plain = plain;
      this.html = html;
    }

    String plain() {
      return plain;
    }

    String html() {
      return html;
    }

    /** The lines of the HTML; its tree is built once and only when they are asked for. */
    List<Line> htmlLines() {
      if (htmlLines.isEmpty()) {
        htmlLines = HtmlText.lines(html);
      }
      return htmlLines;
    }

    boolean isOnlyHtml() {
      return plain.isBlank() && !html.isEmpty();
    }
  }

  static Body of(Part root, List<String> problems) {
    Body body =
        new Body(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), problems);
    body.add(root);
    if (body.pieces.isEmpty()) {
      // A text alone is the message, even where a phone sends it as a file.
      body.files.stream()
          .filter(file -> file.is("text/plain") || file.is("text/html"))
          .findFirst()
          .ifPresent(file -> body.pieces.add(body.piece(file)));
    }
    body.files.stream().filter(body::isShown).forEach(body.pictures::add);
    body.files.removeAll(body.pictures);
    return body;
  }

  /** The whole message in plain text; pieces without one are rendered from HTML. */
  String plain() {
    return pieces.stream()
        .map(piece -> piece.isOnlyHtml() ? HtmlText.text(piece.htmlLines()) : piece.plain())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** The lines of the message as its HTML has them. */
  List<Line> htmlLines() {
    List<Line> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      lines.addAll(piece.html().isEmpty() ? Line.ofPlain(piece.plain()) : piece.htmlLines());
      lines.add(Line.of("", Line.Origin.OWN));
    }
    return lines;
  }

  boolean hasHtml() {
    return pieces.stream().anyMatch(piece -> !piece.html().isEmpty());
  }

  /** True when all of the message stands in plain text too. */
  boolean isPlain() {
    return pieces.stream().noneMatch(Piece::isOnlyHtml);
  }

  /** False when the HTML says nothing of its lines that the plain text does not. */
  boolean mayBeMarked() {
    return pieces.stream().anyMatch(piece -> HtmlTraces.any(piece.html()));
  }

  boolean mayMarkSignature() {
    return pieces.stream().anyMatch(piece -> HtmlTraces.ofSignature(piece.html()));
  }

  private void add(Part part) {
    if (part.is("multipart/alternative")) {
      addAlternative(part);
    } else if (part.is("multipart/appledouble")) {
      // The first half is the file's Macintosh resource fork.
      part.children().stream().skip(1).forEach(this::add);
    } else if (part.isMultipart()) {
      part.children().forEach(this::add);
    } else if (part.is("message/rfc822") || part.is("message/global")) {
      files.add(part);
      mails.addAll(part.children());
    } else if (isText(part)) {
      pieces.add(piece(part));
    } else if (Winmail.is(part)) {
      addWinmail(part);
    } else if (!isReport(part)) {
      files.add(part);
    }
  }

  /** Of the alternatives the plain and the HTML form make one piece; files among them are kept. */
  private void addAlternative(Part part) {
    Body inside = new Body(new ArrayList<>(), files, pictures, mails, problems);
    part.children().forEach(child -> inside.add(child));
    String plain =
        inside.pieces.stream()
            .map(Piece::plain)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    String html =
        inside.pieces.stream()
            .map(Piece::html)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!plain.isEmpty() || !html.isEmpty()) {
      pieces.add(new Piece(plain, html));
    }
  }

  /** What Outlook hid in a winmail.dat takes its place; its text counts where there is no other. */
  private void addWinmail(Part part) {
    try {
      for (Part inside : Winmail.open(part)) {
        if (!isText(inside)) {
          files.add(inside);
        } else if (pieces.stream().allMatch(piece -> piece.plain().isBlank())) {
          pieces.add(piece(inside));
        }
      }
    } catch (IOException unreadable) {
      problems.add("The attachment \"" + part.fileName() + "\" could not be read as Outlook's.");
      files.add(part);
    }
  }

  private Piece piece(Part part) {
    if (part.is("text/html") || looksLikeHtml(part)) {
      return new Piece("", part.text().replace("\u0000", ""));
    }
    String text = PlainText.of(part);
    if (PgpText.isSigned(text)) {
      problems.add("The mail is signed; the signature was not checked.");
      return new Piece(PgpText.unwrapped(text), "");
    }
    if (PgpText.isEncrypted(text)) {
      problems.add("The mail is encrypted; its text cannot be read.");
    }
    return new Piece(text, "");
  }

  /** Some mailers label their HTML as plain text. */
  private static boolean looksLikeHtml(Part part) {
    int shown = Math.min(part.content().length, 200);
    String start =
        new String(part.content(), 0, shown, java.nio.charset.StandardCharsets.ISO_8859_1);
    String text = start.stripLeading().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype html") || text.startsWith("<html");
  }

  private static boolean isText(Part part) {
    boolean text =
        part.is("text/plain")
            || part.is("text/html")
            || part.is("text/enriched")
            || part.is("text/richtext");
    return text && !part.disposition().equals("attachment") && part.fileName().isEmpty();
  }

  /** Machine-readable halves of reports are read by {@link BounceReader}, not listed as files. */
  private static boolean isReport(Part part) {
    return part.is("message/delivery-status")
        || part.is("message/global-delivery-status")
        || part.is("message/disposition-notification")
        || part.is("message/feedback-report")
        || part.is("text/rfc822-headers");
  }

  /** Pictures that the HTML itself shows, by their Content-ID. */
  private boolean isShown(Part file) {
    String id = file.fields().text("Content-ID").replaceAll("[<>\\s]", "");
    return file.mediaType().startsWith("image/")
        && !id.isEmpty()
        && pieces.stream().anyMatch(piece -> piece.html().contains("cid:" + id));
  }
}
