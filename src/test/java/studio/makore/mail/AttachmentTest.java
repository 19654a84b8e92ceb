package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
  private static final byte[] RTF =
      "{\\rtf1\\ansi\\ansicpg1252\\pard The opening hours are {\\b nine to five}.\\par}"
          .getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attachment; filename=\"טקסטים.rtf\"",
        "attachment; filename*=UTF-8''%D7%98%D7%A7%D7%A1%D7%98%D7%99%D7%9D.rtf",
        "attachment; filename*0*=UTF-8''%D7%98%D7%A7%D7%A1%D7; filename*1*=%98%D7%99%D7%9D; filename*2=.rtf",
        "attachment; filename=\"=?UTF-8?B?15jXp9eh15jXmdedLnJ0Zg==?=\"",
        "attachment; filename=\"\u202bטקסטים\u202c.rtf\"",
        "attachment; filename*=us-ascii''%D7%98%D7%A7%D7%A1%D7%98%D7%99%D7%9D.rtf",
      })
  void the_name_is_read_in_every_way_mailers_write_it(String disposition) {
    Mail mail =
        MailParser.withoutAttachmentText()
            .parse(
                RawMail.with(
                    "Content-Type: application/rtf\nContent-Disposition: " + disposition, RTF));

    assertThat(mail.attachments())
        .containsExactly(new Attachment("טקסטים.rtf", "application/rtf", RTF.length, ""));
  }

  @Test
  void a_documents_text_is_read_unless_it_is_not_wanted() {
    byte[] raw = RawMail.with("Content-Type: application/rtf; name=texts.rtf", RTF);

    assertThat(new MailParser().parse(raw).attachments().getFirst().text())
        .isEqualTo("The opening hours are nine to five.");
    assertThat(MailParser.withoutAttachmentText().parse(raw).attachments().getFirst().text())
        .isEmpty();
  }

  @Test
  void a_text_file_is_read_in_its_charset() {
    Mail mail =
        new MailParser()
            .parse(
                RawMail.with(
                    "Content-Type: text/plain; charset=windows-1255; name=a.txt\nContent-Disposition: attachment",
                    "שעות הפתיחה".getBytes(java.nio.charset.Charset.forName("windows-1255"))));

    assertThat(mail.attachments().getFirst().text()).isEqualTo("שעות הפתיחה");
  }

  @Test
  void a_broken_document_is_said_and_the_mail_still_read() {
    Mail mail =
        new MailParser()
            .parse(
                RawMail.with(
                    "Content-Type: application/pdf; name=broken.pdf",
                    "%PDF-1.4 nothing".getBytes(StandardCharsets.US_ASCII)));

    assertThat(mail.text()).isEqualTo("See the file.");
    assertThat(mail.attachments().getFirst().text()).isEmpty();
    assertThat(mail.problems()).singleElement().asString().contains("broken.pdf");
  }

  @Test
  void a_zip_bomb_dressed_as_a_document_is_stopped() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(spaces);
      }
    }

    Mail mail =
        new MailParser()
            .parse(
                RawMail.with(
                    "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=bomb.docx",
                    bomb.toByteArray()));

    assertThat(mail.attachments().getFirst().text().length())
        .isLessThanOrEqualTo(AttachmentText.MAX_CHARACTERS);
    assertThat(mail.problems()).singleElement().asString().contains("bomb.docx");
  }

  @Test
  void pictures_that_the_html_shows_are_no_attachments() {
    Mail mail =
        MailParser.withoutAttachmentText()
            .parse(
                RawMail.of(
                    """
                    Content-Type: multipart/related; boundary=b

                    --b
                    Content-Type: text/html

                    <p>Hi <img src="cid:logo@galit"></p>
                    --b
                    Content-Type: image/png; name=logo.png
                    Content-ID: <logo@galit>

                    x
                    --b
                    Content-Type: image/png; name=photo.png
                    Content-ID: <photo@galit>

                    x
                    --b--
                    """));

    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("photo.png");
  }
}
