package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.makore.mail.Letters.Client;
import studio.makore.mail.Letters.Ending;
import studio.makore.mail.Letters.Form;
import studio.makore.mail.Letters.Letter;
import studio.makore.mail.Letters.Place;
import studio.makore.mail.Letters.Shape;

/**
 * Hebrew and Arabic mails of every common mail program, in every charset, form and place of the
 * answer: of each, exactly the person's words come out. Texts are compared without white space.
 */
class LetterTest {
  private static final List<String> ENCODINGS = List.of("base64", "quoted-printable", "8bit");

  static Stream<Arguments> programs() {
    return Stream.of("he", "ar")
        .flatMap(
            language -> Stream.of(Client.values()).map(client -> Arguments.of(language, client)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("programs")
  void the_words_of_the_person_and_nothing_else(String language, Client client) {
    Letters letters = new Letters(language);
    MailParser parser = new MailParser();
    List<String> wrong = new ArrayList<>();
    int mails = 0;
    for (Shape shape : shapes(letters, client)) {
      Letter letter = letters.letter(shape);
      mails++;
      String found = differences(letters, letter, parser.parse(letter.raw()));
      if (!found.isEmpty()) {
        wrong.add(shape + ": " + found);
      }
    }
    assertThat(mails).isGreaterThan(100);
    assertThat(wrong).as("%d of %d mails", wrong.size(), mails).isEmpty();
  }

  private static List<Shape> shapes(Letters letters, Client client) {
    List<Shape> shapes = new ArrayList<>();
    for (Place place : Place.values()) {
      for (Form form : Form.values()) {
        for (Ending ending : Ending.values()) {
          for (int words = 1; words <= 4; words++) {
            for (String charset : letters.charsets()) {
              String encoding = ENCODINGS.get(shapes.size() % ENCODINGS.size());
              Shape shape = new Shape(client, place, form, ending, words, charset, encoding);
              if (Letters.exists(shape)) {
                shapes.add(shape);
              }
            }
          }
        }
      }
    }
    return shapes;
  }

  private static String differences(Letters letters, Letter letter, Mail mail) {
    Shape shape = letter.shape();
    StringBuilder wrong = new StringBuilder();
    if (!folded(mail.text()).equals(folded(letter.text()))) {
      wrong.append("text is [").append(mail.text()).append("] ");
    }
    String writer = Letters.encodable(letters.say("writer"), shape);
    if (!mail.author().equals(java.util.Optional.of(new Address(writer, "dana@client.example")))) {
      wrong.append("from is ").append(mail.from());
    }
    if (shape.place() == Place.FORWARD) {
      boolean from =
          mail.forwarded()
              .flatMap(Forwarded::from)
              .filter(author -> author.address().equals("noa@northlight.example"))
              .isPresent();
      String question = Letters.encodable(letters.say("question.2"), shape);
      boolean text = mail.forwarded().filter(inner -> inner.text().contains(question)).isPresent();
      boolean dated = mail.forwarded().flatMap(Forwarded::date).isPresent();
      if (!from || !text || !dated) {
        wrong.append("forwarded is ").append(mail.forwarded());
      }
    } else if (!mail.quoted() || mail.forwarded().isPresent()) {
      wrong.append("quoted is ").append(mail.quoted()).append(", ").append(mail.forwarded());
    }
    if (shape.place() == Place.INLINE
        && !mail.answers().stream()
            .map(InlineAnswer::answer)
            .map(LetterTest::folded)
            .toList()
            .equals(
                Stream.of("answer.1", "answer.2")
                    .map(key -> folded(Letters.encodable(letters.say(key), shape)))
                    .toList())) {
      wrong.append("answers are ").append(mail.answers());
    }
    boolean signed = shape.ending() != Ending.NONE && shape.place() != Place.INLINE;
    if (signed && mail.signature().isEmpty()) {
      wrong.append("no signature");
    }
    return wrong.toString();
  }

  private static String folded(String text) {
    return Invisible.strip(text).replaceAll("[\\s\u00a0]+", "");
  }
}
