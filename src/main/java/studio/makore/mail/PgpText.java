package studio.makore.mail;

/** Text inside the lines that PGP draws around what it signs or encrypts (RFC 9580). */
final class PgpText {
  private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String SIGNATURE_END = "-----END PGP SIGNATURE-----";
  private static final String ENCRYPTED = "-----BEGIN PGP MESSAGE-----";

  private PgpText() {}

  static boolean isSigned(String text) {
    int start = text.indexOf(SIGNED);
    return start >= 0 && text.indexOf(SIGNATURE, start) > start;
  }

  static boolean isEncrypted(String text) {
    return text.contains(ENCRYPTED);
  }

  /** The signed words and what stands around them, without PGP's own lines. */
  static String unwrapped(String text) {
    int start = text.indexOf(SIGNED);
    int signature = text.indexOf(SIGNATURE, start);
    int end = text.indexOf(SIGNATURE_END, signature);
    String inside = text.substring(start + SIGNED.length(), signature);
    // The armor's own fields ("Hash: SHA256") end with a blank line.
    int words = inside.indexOf("\n\n");
    String signed = words < 0 ? inside : inside.substring(words + 2);
    String below = end < 0 ? "" : text.substring(end + SIGNATURE_END.length());
    return text.substring(0, start) + signed.replaceAll("(?m)^- ", "") + below;
  }
}
