package studio.makore.mail;

/** Plain text with its soft line breaks taken out (format=flowed, RFC 3676). */
final class PlainText {
  private PlainText() {}

  static String of(Part part) {
    String text = part.text().replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    if (!part.type().parameter("format").equalsIgnoreCase("flowed")) {
      return text;
    }
    return flowed(text, part.type().parameter("delsp").equalsIgnoreCase("yes"));
  }

  private static String flowed(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder(text.length());
    int openDepth = -1;
    for (String line : text.split("\n", -1)) {
      int depth = 0;
      while (depth < line.length() && line.charAt(depth) == '>') {
        depth++;
      }
      String content = line.substring(depth);
      if (content.startsWith(" ")) {
        content = content.substring(1);
      }
      boolean delimiter = content.equals("-- ");
      if (openDepth != depth || delimiter) {
        out.append(out.isEmpty() ? "" : "\n")
            .append(">".repeat(depth))
            .append(depth > 0 ? " " : "");
      }
      boolean soft = content.endsWith(" ") && !delimiter;
      out.append(soft && deleteSpace ? content.substring(0, content.length() - 1) : content);
      openDepth = soft ? depth : -1;
    }
    return out.toString();
  }
}
