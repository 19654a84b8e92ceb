package studio.makore.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Documents to text. The only class that touches Tika: loading it costs more than a second. */
final class TikaText {
  private static final Parser PARSER = new AutoDetectParser();

  private TikaText() {}

  /** At most {@code limit} characters of the document's text; empty when it is encrypted. */
  static Optional<String> of(InputStream document, String name, int limit)
      throws IOException, TikaException, SAXException {
    WriteOutContentHandler text = new WriteOutContentHandler(limit);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
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
