package studio.makore.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/**
 * Outlook's {@code winmail.dat} (TNEF): the message and the files that Exchange hid in it. The only
 * class that touches POI, which is loaded with the first such file.
 */
final class Winmail {
  private static final int MAX_BYTES = 20 * 1024 * 1024;
  private static final int MAX_FILES = 200;

  private Winmail() {}

  static boolean is(Part part) {
    return part.is("application/ms-tnef")
        || part.is("application/vnd.ms-tnef")
        || part.fileName().equalsIgnoreCase("winmail.dat");
  }

  /**
   * The text first, when it has any, then the files.
   *
   * @throws IOException when it cannot be read
   */
  static List<Part> open(Part winmail) throws IOException {
    if (winmail.content().length > MAX_BYTES) {
      throw new IOException("larger than " + MAX_BYTES / 1024 / 1024 + " MB");
    }
    try {
      HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(winmail.content()));
      List<Part> parts = new ArrayList<>(text(message));
      for (Attachment file : message.getAttachments()) {
        if (parts.size() <= MAX_FILES) {
          parts.add(file(file));
        }
      }
      return parts;
    } catch (RuntimeException | IOException damaged) {
      throw new IOException(damaged);
    }
  }

  private static List<Part> text(HMEFMessage message) {
    MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
    if (html != null) {
      String text =
          html instanceof MAPIStringAttribute words
              ? words.getDataString()
              : Charsets.decode(html.getData());
      return List.of(part("text/html", text));
    }
    MAPIAttribute plain = message.getMessageMAPIAttribute(MAPIProperty.BODY);
    if (plain instanceof MAPIStringAttribute words) {
      return List.of(part("text/plain", words.getDataString()));
    }
    TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
    if (body != null) {
      return List.of(part("text/plain", Charsets.decode(body.getData()).replace("\u0000", "")));
    }
    String rtf = message.getBody();
    return rtf == null || rtf.isBlank() ? List.of() : List.of(part("text/plain", ofRtf(rtf)));
  }

  private static String ofRtf(String rtf) {
    Part file =
        new Part(
            Fields.NONE,
            new FieldValue("text/rtf", Map.of("name", "message.rtf")),
            rtf.getBytes(StandardCharsets.ISO_8859_1),
            List.of());
    return AttachmentText.of(file, new ArrayList<>());
  }

  private static Part part(String type, String text) {
    return new Part(
        Fields.NONE,
        new FieldValue(type, Map.of("charset", "utf-8")),
        text.getBytes(StandardCharsets.UTF_8),
        List.of());
  }

  private static Part file(Attachment file) {
    String longName = file.getLongFilename();
    String name =
        Objects.requireNonNullElse(longName == null ? file.getFilename() : longName, "attachment");
    String type =
        Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(name), "application/octet-stream");
    byte[] content = Objects.requireNonNullElse(file.getContents(), new byte[0]);
    return new Part(Fields.NONE, new FieldValue(type, Map.of("name", name)), content, List.of());
  }
}
