package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFilesTest {
  @TempDir private Path folder;

  private final List<String> found = new ArrayList<>();

  private void collect(String file, int index, byte[] raw) {
    found.add(
        folder.relativize(folder.resolve(file))
            + " "
            + index
            + " "
            + new String(raw, StandardCharsets.UTF_8));
  }

  private List<String> stream(String text) throws IOException {
    MailFiles.read(
        "-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), this::collect);
    return found;
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void an_mbox_holds_one_mail_after_the_other() throws IOException {
    assertThat(
            stream(
                """
                From a@b.example Wed Sep 16 10:12:00 2026
                Subject: 1

                >From here on
                >>From there
                From the start, at ten

                From afar we greet you

                From c@d.example Wed Sep 16 10:13:00 2026
                Subject: 2

                two
                """))
        .containsExactly(
            "- 0 Subject: 1\n\nFrom here on\n>From there\nFrom the start, at ten\n\n"
                + "From afar we greet you\n",
            "- 1 Subject: 2\n\ntwo\n");
  }

  @Test
  void an_mbox_with_the_line_ends_of_the_internet() throws IOException {
    assertThat(
            stream("From a 10:12:00 2026\r\nA: 1\r\n\r\nx\r\n\r\nFrom b 10:13:00 2026\r\nA: 2\r\n"))
        .containsExactly("- 0 A: 1\r\n\r\nx\r\n", "- 1 A: 2\r\n");
  }

  @Test
  void one_mail_is_one_mail_whatever_it_says() throws IOException {
    assertThat(stream("Subject: 1\n\nx\n\nFrom me at 10:12\n>From y"))
        .containsExactly("- 0 Subject: 1\n\nx\n\nFrom me at 10:12\n>From y");
  }

  @Test
  void an_empty_stream_holds_no_mail_and_an_empty_body_is_one() throws IOException {
    assertThat(stream("")).isEmpty();
    assertThat(stream("From a@b.example 10:12:00 2026\n")).hasSize(1);
  }

  @Test
  void folders_are_read_in_the_order_of_their_names() throws IOException {
    file("b/mail.eml", "B");
    file("a.mbox", "From x Wed Sep 16 10:12:00 2026\nA");
    file("Inbox", "From x Wed Sep 16 10:12:00 2026\nI");
    file("note.txt", "no mail");
    file("c/cur/1:2,S", "C1");
    file("c/new/2", "C2");
    file("c/tmp/3", "half written");

    MailFiles.read(folder, this::collect);

    assertThat(found)
        .containsExactly(
            "Inbox 0 I", "a.mbox 0 A", "b/mail.eml 0 B", "c/cur/1:2,S 0 C1", "c/new/2 0 C2");
  }

  @Test
  void a_mail_without_end_is_cut_and_not_held() throws IOException {
    byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    int[] left = {200};
    var endless =
        new java.io.InputStream() {
          @Override
          public int read() {
            return -1;
          }

          @Override
          public int read(byte[] into, int at, int length) {
            int count = Math.min(length, block.length);
            System.arraycopy(block, 0, into, at, count);
            return left[0]-- > 0 ? count : -1;
          }
        };
    List<Integer> sizes = new ArrayList<>();

    MailFiles.read("-", endless, (file, index, raw) -> sizes.add(raw.length));

    assertThat(sizes).hasSize(1);
    assertThat(sizes.getFirst()).isLessThanOrEqualTo(MailFiles.MAX_MAIL_BYTES);
  }
}
