package studio.makore.mail;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One mail of a client who answers from Gmail, in Hebrew: parsed whole, and its text cut alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MailBenchmark {
  private static final String TEXT =
      """
      היי נועה, מה קורה עם האתר של המאפייה? אמרתם שהוא יהיה מוכן ביום חמישי ומאז שקט.

      תודה,
      דליה
      050-1234567

      \u202bבתאריך יום ד׳, 16 בספט׳ 2026 ב-10:12 מאת \u202aNoa\u202c\u200f <\u202anoa@studio.example\u202c\u200f>:\u202c

      > היי דליה, נעלה את האתר ביום חמישי.
      >
      > נועה
      """;

  private static final String HTML =
      """
      <div dir="rtl"><div>היי נועה, מה קורה עם האתר של המאפייה? אמרתם שהוא יהיה מוכן ביום חמישי ומאז
      שקט.</div><div><br></div><div>תודה,</div><div>דליה</div><div>050-1234567</div></div><br>
      <div class="gmail_quote"><div dir="rtl" class="gmail_attr">בתאריך יום ד׳, 16 בספט׳ 2026 ב-10:12
      מאת Noa &lt;<a href="mailto:noa@studio.example">noa@studio.example</a>&gt;:<br></div>
      <blockquote class="gmail_quote" style="border-left:1px solid #ccc"><div>היי דליה, נעלה את האתר
      ביום חמישי.</div><div><br></div><div>נועה</div></blockquote></div>
      """;

  private final byte[] both = mail("text/plain", TEXT, "text/html", HTML);
  private final byte[] onlyHtml = mail("text/html", HTML);
  private final MailParser parser = MailParser.withoutAttachmentText();

  @Benchmark
  public Mail parseTextAndHtml() {
    return parser.parse(both);
  }

  @Benchmark
  public Mail parseHtml() {
    return parser.parse(onlyHtml);
  }

  @Benchmark
  public NewText.Cut cutPlainText() {
    return NewText.cut(TEXT);
  }

  private static byte[] mail(String... typesAndBodies) {
    StringBuilder mail =
        new StringBuilder(
            """
            Received: from mx.bakery.example (mx.bakery.example [192.0.2.7])
            \tby mx.studio.example with ESMTPS id 38abfc2cca03cea5; Thu, 17 Sep 2026 09:12:00 +0300
            From: =?UTF-8?B?15PXnNeZ15Q=?= <dalia@bakery.example>
            To: Noa <noa@studio.example>
            Subject: =?UTF-8?B?UmU6INeU15DXqteo?=
            Date: Thu, 17 Sep 2026 09:12:00 +0300
            Message-ID: <1@bakery.example>
            In-Reply-To: <0@studio.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            """);
    for (int i = 0; i < typesAndBodies.length; i += 2) {
      mail.append("--b\nContent-Type: ").append(typesAndBodies[i]).append("; charset=UTF-8\n");
      mail.append("Content-Transfer-Encoding: 8bit\n\n").append(typesAndBodies[i + 1]);
    }
    return mail.append("--b--\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
