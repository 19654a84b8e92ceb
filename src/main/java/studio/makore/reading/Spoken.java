package studio.makore.reading;

import java.util.List;

/** One sentence of a mail, ready to be judged. */
record Spoken(String text, List<Token> tokens, Features features) {
  static Spoken of(String text) {
    List<Token> tokens = Token.of(text);
    return new Spoken(text, tokens, Features.of(tokens));
  }
}
