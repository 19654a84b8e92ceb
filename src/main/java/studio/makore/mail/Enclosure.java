package studio.makore.mail;

import java.util.Arrays;
import java.util.Objects;

/** A file that goes along with an {@link OutgoingMail}. Immutable. */
public final class Enclosure {
  private final String name;
  private final String type;
  private final byte[] content;

  /**
   * @param name the file name as the reader sees it, in any script
   * @param type the media type with its parameters, such as {@code text/calendar; method=REQUEST;
   *     charset=UTF-8}
   */
  public Enclosure(String name, String type, byte[] content) {
    this.name = name;
    this.type = type;
    this.content = content.clone();
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Enclosure enclosure
        && name.equals(enclosure.name)
        && type.equals(enclosure.type)
        && Arrays.equals(content, enclosure.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return "%s (%s, %d bytes)".formatted(name, type, content.length);
  }
}
