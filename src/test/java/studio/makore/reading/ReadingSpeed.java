package studio.makore.reading;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.makore.mail.NewText;

/**
 * How many short mails one core cuts and reads in a second, after warm-up. Counts the thread's own
 * time, so that other work on the machine does not show. No part of the build:
 *
 * <pre>
 * mvn test-compile
 * java -cp target/test-classes:target/classes:… studio.makore.reading.ReadingSpeed [FILE.jsonl…]
 * </pre>
 */
final class ReadingSpeed {
  private static final int ROUNDS = 8;
  private static final int MAILS_A_ROUND = 10_000;

  private static final List<String> MAILS =
      List.of(
          "היי דנה,\nמה קורה עם האתר? שלחתי לכם את הטקסטים לפני שבוע ועוד לא שמעתי כלום.\nתודה, יעל",
          "עברנו על הסקיצה, מאשרים. אפשר להתקדם לבנייה.",
          "تسلمي، الألوان حلوة بس كبروا الشعار شوي وغيروا صورة الصفحة الأولى لو سمحتوا.",
          "مرحبا، شو صار بالموقع؟ أيمتى بيكون جاهز؟ صرلنا أسبوعين نستنى.",
          "Hi Claire,\nhere are the texts for the about page. Any news on the launch date?\nBest, Tom",
          "Can we move our call to Tuesday at 11? I have paid the invoice today, by the way.");

  private ReadingSpeed() {}

  public static void main(String[] files) {
    List<String> mails =
        files.length == 0
            ? MAILS
            : Stream.of(files)
                .flatMap(file -> LabelledMail.read(Path.of(file)).stream())
                .map(LabelledMail::body)
                .toList();
    Reader reader = Reader.load(Path.of("models"));
    int acts = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < MAILS_A_ROUND; i++) {
        String body = mails.get(i % mails.size());
        acts += reader.read("", NewText.cut(body).text(), MailContext.WORDS_ONLY).acts().size();
      }
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.out.printf(
          Locale.ROOT, "round %d: %.0f mails a second%n", round, MAILS_A_ROUND / (took / 1e9));
    }
    System.out.println(acts + " acts read");
  }
}
