package studio.makore.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Documents to text. The only class that touches Tika: loading it costs more than a second. */
final class TikaText {
  private static final Parser PARSER = new AutoDetectParser();
  private static final OfficeParserConfig STREAMING = streaming();
  private static final int MAX_SAYING = 2000;

  /** The fields of EXIF, IPTC, XMP and PNG that people fill in. */
  private static final Pattern SAYING =
      Pattern.compile(
          "(?i)^dc:(?:title|description|subject)$|caption|image ?description|user ?comment"
              + "|^(?:jpeg|png|w):?comments?$|^comments?$|tEXtEntry");

  private TikaText() {}

  /**
   * Makes sure that Tika is loaded. To be called where nobody interrupts: a class whose loading was
   * interrupted stays broken for as long as the process runs.
   */
  static void load() {
    Objects.requireNonNull(PARSER);
  }

  /** At most {@code limit} characters of the document's text; empty when it is encrypted. */
  static Optional<String> of(InputStream document, String name, int limit)
      throws IOException, TikaException, SAXException {
    WriteOutContentHandler text = new WriteOutContentHandler(limit);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    context.set(OfficeParserConfig.class, STREAMING);
    try (TikaInputStream in = TikaInputStream.get(document)) {
      PARSER.parse(in, new BodyContentHandler(text), metadata, context);
    } catch (EncryptedDocumentException encrypted) {
      return Optional.empty();
    } catch (SAXException stopped) {
      if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
        throw stopped;
      }
    }
    return Optional.of(text.toString().strip().replaceAll("\n{3,}", "\n\n"));
  }

  /** What a picture says of itself: title, description, comment, keywords; one a line. */
  static String aboutPhoto(InputStream photo) throws IOException, TikaException, SAXException {
    Metadata metadata = new Metadata();
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    try (TikaInputStream in = TikaInputStream.get(photo)) {
      PARSER.parse(in, new BodyContentHandler(new WriteOutContentHandler(0)), metadata, context);
    } catch (SAXException stopped) {
      if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
        throw stopped;
      }
    }
    return Arrays.stream(metadata.names())
        .filter(name -> SAYING.matcher(name).find())
        .flatMap(name -> Arrays.stream(metadata.getValues(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= MAX_SAYING)
        .distinct()
        .limit(20)
        .collect(Collectors.joining("\n"));
  }

  /** Word documents are read as they come, at a fifth of the time that their object tree takes. */
  private static OfficeParserConfig streaming() {
    OfficeParserConfig config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    return config;
  }

  /** Files inside files stay closed: that is where bombs hide. */
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
