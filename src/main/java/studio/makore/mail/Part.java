package studio.makore.mail;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One node of a mail's MIME tree, with its content decoded.
 *
 * @param type the media type, lower case, {@code text/plain} when the part names none
 * @param content the decoded bytes; empty for a multipart
 * @param children the parts of a multipart, or the one mail inside a {@code message/rfc822}
 */
record Part(Fields fields, FieldValue type, byte[] content, List<Part> children) {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern PATH = Pattern.compile("^(?:[A-Za-z]:)?(?:\\.{1,2})?[/\\\\]");

  String mediaType() {
    return type.value();
  }

  boolean is(String mediaType) {
    return type.value().equals(mediaType);
  }

  boolean isMultipart() {
    return type.value().startsWith("multipart/");
  }

  /** The file name, without a path, {@code ""} when it has none. */
  String fileName() {
    String name = fields.structured("Content-Disposition").parameter("filename");
    if (name.isBlank()) {
      name = type.parameter("name");
    }
    String clean = CONTROLS.matcher(Invisible.strip(name)).replaceAll(" ").strip();
    // Netscape and Outlook Express put where the file lay on the sender's disk.
    boolean path = PATH.matcher(clean).find();
    return path ? clean.replaceFirst("^.*[/\\\\]", "") : clean;
  }

  String disposition() {
    return fields.structured("Content-Disposition").value();
  }

  /** The content of a text part. */
  String text() {
    String text = Charsets.decode(content, type.parameter("charset"));
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** This part and everything below it, outermost first; does not enter attached mails. */
  void walk(Consumer<Part> visitor) {
    visitor.accept(this);
    if (isMultipart()) {
      children.forEach(child -> child.walk(visitor));
    }
  }
}
