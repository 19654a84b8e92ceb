package studio.makore.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the first event of a {@code text/calendar} part (iCalendar, RFC 5545). */
final class InvitationReader {
  private static final int MAX_LINES = 5000;
  private static final int MAX_LINE = 20_000;
  private static final Pattern STAMP =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(?:\\d{2})?");

  /** Outlook names time zones in words of its own. */
  private static final Properties WINDOWS_ZONES = windowsZones();

  private final String method;
  private final List<Property> event = new ArrayList<>();
  private final List<Property> zone = new ArrayList<>();

  /** One content line: name, parameters and value. */
  private record Property(String name, FieldValue parameters, String value) {}

  private InvitationReader(String method) {
    this.method = method;
  }

  /** The invitation in the first calendar part that holds an event. */
  static Optional<Invitation> in(Part root) {
    List<Part> calendars = new ArrayList<>();
    root.walk(part -> {
      if (part.is("text/calendar") || part.is("application/ics")) {
        calendars.add(part);
      }
    });
    return calendars.stream()
        .map(part -> new InvitationReader(part.type().parameter("method")).read(part.text()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Invitation> read(String text) {
    String said = method;
    String component = "";
    for (Property property : properties(text)) {
      String value = property.value();
      switch (property.name()) {
        case "BEGIN" -> component = nested(component, value);
        case "END" -> {
          if (component.equals("VEVENT") && value.equalsIgnoreCase("VEVENT")) {
            return Optional.of(invitation(said));
          }
          component = component.equals("VEVENT") ? component : "";
        }
        case "METHOD" -> said = value;
        default -> keep(component, property);
      }
    }
    return event.isEmpty() ? Optional.empty() : Optional.of(invitation(said));
  }

  /** An alarm inside an event has dates and a description of its own. */
  private static String nested(String component, String opened) {
    String name = opened.toUpperCase(Locale.ROOT);
    return component.equals("VEVENT") && !name.equals("VEVENT") ? "VALARM" : name;
  }

  private void keep(String component, Property property) {
    if (component.equals("VEVENT")) {
      event.add(property);
    } else if (component.equals("STANDARD") || component.equals("DAYLIGHT")) {
      zone.add(property);
    }
  }

  private Invitation invitation(String said) {
    Optional<Property> start = first("DTSTART");
    boolean reply = said.equalsIgnoreCase("reply") || said.equalsIgnoreCase("counter");
    Optional<Property> attendee = first("ATTENDEE").filter(found -> reply);
    return new Invitation(
        said.toLowerCase(Locale.ROOT),
        text("UID"),
        text("SUMMARY"),
        start.flatMap(this::moment),
        first("DTEND").flatMap(this::moment),
        start.filter(found -> !found.value().contains("T")).isPresent(),
        text("LOCATION"),
        first("ORGANIZER").map(InvitationReader::person),
        attendee.map(InvitationReader::person),
        attendee
            .map(found -> found.parameters().parameter("partstat").toLowerCase(Locale.ROOT))
            .orElse(""));
  }

  private Optional<Property> first(String name) {
    return event.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  private String text(String name) {
    return first(name).map(property -> unescaped(property.value())).orElse("");
  }

  private static Address person(Property property) {
    String address = property.value().replaceFirst("(?i)^mailto:", "");
    return new Address(property.parameters().parameter("cn"), address);
  }

  private Optional<OffsetDateTime> moment(Property property) {
    Matcher stamp = STAMP.matcher(property.value().strip());
    if (!stamp.matches()) {
      return Optional.empty();
    }
    try {
      if (stamp.group(4) == null) {
        LocalDate day = LocalDate.parse(property.value().strip(), DateTimeFormatter.BASIC_ISO_DATE);
        return Optional.of(day.atStartOfDay().atOffset(ZoneOffset.UTC));
      }
      LocalDateTime local =
          LocalDateTime.of(
              number(stamp, 1),
              number(stamp, 2),
              number(stamp, 3),
              number(stamp, 4),
              number(stamp, 5),
              number(stamp, 6));
      return Optional.of(
          stamp.group(7).equals("Z")
              ? local.atOffset(ZoneOffset.UTC)
              : inZone(local, property.parameters().parameter("tzid")));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private static int number(Matcher stamp, int group) {
    return Integer.parseInt(stamp.group(group));
  }

  /** By the zone's name where it is known, else by the first offset the calendar itself gives. */
  private OffsetDateTime inZone(LocalDateTime local, String name) {
    String known = WINDOWS_ZONES.getProperty(name, name);
    if (ZoneId.getAvailableZoneIds().contains(known)) {
      return local.atZone(ZoneId.of(known)).toOffsetDateTime();
    }
    return zone.stream()
        .filter(property -> property.name().equals("TZOFFSETTO"))
        .findFirst()
        .map(property -> OFFSET.matcher(property.value().strip()))
        .filter(Matcher::matches)
        .map(offset ->
            local.atOffset(
                ZoneOffset.of(offset.group(1) + offset.group(2) + ":" + offset.group(3))))
        .orElseGet(() -> local.atOffset(ZoneOffset.UTC));
  }

  /** Content lines, unfolded: a line that begins with a blank continues the one above. */
  private static List<Property> properties(String text) {
    List<Property> properties = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String row : text.split("\r?\n|\r", MAX_LINES)) {
      boolean continued = row.startsWith(" ") || row.startsWith("\t");
      if (continued && line.length() < MAX_LINE) {
        line.append(row, 1, row.length());
      } else if (!continued) {
        property(line.toString()).ifPresent(properties::add);
        line.setLength(0);
        line.append(row.length() > MAX_LINE ? row.substring(0, MAX_LINE) : row);
      }
    }
    property(line.toString()).ifPresent(properties::add);
    return properties;
  }

  private static Optional<Property> property(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        String head = line.substring(0, i);
        int end = head.indexOf(';');
        String name = (end < 0 ? head : head.substring(0, end)).strip().toUpperCase(Locale.ROOT);
        return Optional.of(
            new Property(name, FieldValue.ofText(head), line.substring(i + 1).strip()));
      }
    }
    return Optional.empty();
  }

  private static String unescaped(String value) {
    return value
        .replace("\\n", "\n")
        .replace("\\N", "\n")
        .replaceAll("\\\\([,;\\\\])", "$1")
        .strip();
  }

  private static Properties windowsZones() {
    Properties zones = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                InvitationReader.class.getResourceAsStream("windows-zones.properties")),
            StandardCharsets.UTF_8)) {
      zones.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return zones;
  }
}
