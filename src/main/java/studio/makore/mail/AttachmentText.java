package studio.makore.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The text inside files, under limits of size, length and time. Plain text and HTML are read here;
 * documents by Tika, which is loaded with the first of them.
 */
final class AttachmentText {
  private static final int MAX_BYTES = 20 * 1024 * 1024;
  static final int MAX_CHARACTERS = 200_000;
  private static final long SECONDS = 5;
  private static final Set<String> DOCUMENT_ENDINGS =
      Set.of(
          "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "odt", "ods", "odp",
          "rtf");

  /** Pictures that may carry a title or a description. */
  private static final Set<String> PHOTOS =
      Set.of("image/jpeg", "image/jpg", "image/png", "image/tiff", "image/webp", "image/heic");

  private static final ReadFiles READ = new ReadFiles();

  private AttachmentText() {}

  /** The file's text, {@code ""} when it has none; what was not read is added to the problems. */
  static String of(Part file, List<String> problems) {
    boolean readable = file.mediaType().startsWith("text/") || isDocument(file) || isPhoto(file);
    if (!readable) {
      return "";
    }
    if (file.content().length > MAX_BYTES) {
      problems.add(
          about(file)
              + " is larger than "
              + MAX_BYTES / 1024 / 1024
              + " MB; its text was not read.");
      return "";
    }
    if (Png.is(file.content()) && !Png.saysAnything(file.content())) {
      return "";
    }
    if (isDocument(file) || isPhoto(file)) {
      return READ.text(file, () -> byTika(file, problems));
    }
    String text = file.is("text/html") ? HtmlText.text(file.text()) : PlainText.of(file).strip();
    return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
  }

  private static boolean isDocument(Part file) {
    String type = file.mediaType();
    if (type.equals("application/pdf")
        || type.equals("application/msword")
        || type.equals("application/rtf")
        || type.equals("text/rtf")
        || type.startsWith("application/vnd.openxmlformats-officedocument.")
        || type.startsWith("application/vnd.oasis.opendocument.")
        || type.startsWith("application/vnd.ms-excel")
        || type.startsWith("application/vnd.ms-powerpoint")
        || type.startsWith("application/vnd.ms-word")) {
      return true;
    }
    // Phones and web forms send documents as application/octet-stream.
    String name = file.fileName().toLowerCase(Locale.ROOT);
    return type.startsWith("application/")
        && DOCUMENT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean isPhoto(Part file) {
    return PHOTOS.contains(file.mediaType());
  }

  private static InputStream in(Part file) {
    return new ByteArrayInputStream(file.content());
  }

  /** Empty when it could not be read, which is then said in the problems. */
  private static Optional<String> byTika(Part file, List<String> problems) {
    TikaText.load();
    CompletableFuture<Optional<String>> text = new CompletableFuture<>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("attachment")
            .start(() -> {
              try {
                text.complete(
                    isPhoto(file)
                        ? Optional.of(TikaText.aboutPhoto(in(file)))
                        : TikaText.of(in(file), file.fileName(), MAX_CHARACTERS));
              } catch (Throwable unreadable) {
                // Parsers of hostile files fail in every way there is, with errors too.
                text.completeExceptionally(unreadable);
              }
            });
    try {
      Optional<String> read = text.get(SECONDS, TimeUnit.SECONDS);
      if (read.isEmpty()) {
        problems.add(about(file) + " is encrypted; its text was not read.");
      }
      return read;
    } catch (TimeoutException slow) {
      reader.interrupt();
      problems.add(
          about(file) + " took longer than " + SECONDS + " seconds; its text was not read.");
    } catch (ExecutionException unreadable) {
      problems.add(about(file) + " could not be read as " + file.mediaType() + ".");
    } catch (InterruptedException stopped) {
      reader.interrupt();
      Thread.currentThread().interrupt();
      problems.add(about(file) + " was not read: the work was stopped.");
    }
    return Optional.empty();
  }

  private static String about(Part file) {
    return "The attachment \"" + file.fileName() + "\"";
  }
}
