package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ParseCommandTest {
  @TempDir private Path folder;

  private static String parse(String... arguments) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(CommandLine.populateCommand(new ParseCommand(), arguments).call()).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<JsonNode> json(String... arguments) throws IOException {
    return parse(arguments).lines().map(JsonLines.JSON::readTree).toList();
  }

  @Test
  void an_mbox_comes_out_in_its_order_one_object_a_mail() throws IOException {
    String mbox =
        IntStream.range(0, 1000)
            .mapToObj(i ->
                "From a@b.example Wed Sep 16 10:12:00 2026\nFrom: Dana <dana@galit.example>\n"
                    + "Message-ID: <%d@galit.example>\nSubject: n\u00ba %d\n\nmail %d\n\n"
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    Path file = Files.writeString(folder.resolve("all.mbox"), mbox);

    List<JsonNode> mails = json(file.toString(), "--json");

    assertThat(mails).hasSize(1000);
    assertThat(mails.get(999).propertyNames())
        .containsExactly(
            "file",
            "index",
            "message_id",
            "kind",
            "from",
            "to",
            "cc",
            "date",
            "subject",
            "language",
            "text",
            "text_uncut",
            "quoted",
            "signature",
            "forwarded",
            "attachments",
            "bounce",
            "problems");
    for (int i = 0; i < 1000; i++) {
      assertThat(mails.get(i).get("index").asInt()).isEqualTo(i);
      assertThat(mails.get(i).get("text").asString()).isEqualTo("mail " + i);
      assertThat(mails.get(i).get("from").get("address").asString())
          .isEqualTo("dana@galit.example");
    }
  }

  @Test
  void standard_input_may_hold_one_mail() throws IOException {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream("Subject: hello\n\nGo ahead.".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(parse("-")).contains("\"hello\"").contains("  | Go ahead.");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void what_is_not_there_is_said() {
    assertThatThrownBy(() -> parse("nowhere.eml"))
        .hasMessageContaining("no file or folder nowhere.eml");
  }
}
