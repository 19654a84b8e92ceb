package studio.makore.reply;

/** Which way a text runs, by the letters in it (Unicode UAX #9). */
final class Directions {
  private Directions() {}

  /**
   * The direction of the first letter that has one, as rule P2 finds it; {@code base} if none has.
   */
  static boolean rightToLeft(String text, boolean base) {
    return text.codePoints()
        .filter(Directions::hasDirection)
        .mapToObj(Directions::rightToLeft)
        .findFirst()
        .orElse(base);
  }

  /** True when at least one letter runs against the direction of the text around it. */
  static boolean mixes(String value, boolean rightToLeft) {
    return value
        .codePoints()
        .filter(Directions::hasDirection)
        .anyMatch(letter -> rightToLeft(letter) != rightToLeft);
  }

  private static boolean hasDirection(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  private static boolean rightToLeft(int letter) {
    return Character.getDirectionality(letter) != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
