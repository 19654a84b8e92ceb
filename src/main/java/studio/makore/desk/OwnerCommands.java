package studio.makore.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.language.Spelling;
import studio.makore.mail.Mail;

/**
 * Reads an owner's order to open a project from a mail to the bot: a subject such as "new project"
 * and lines such as "client: Bakery". The words it understands are data by language.
 */
final class OwnerCommands {
  private static final List<String> FIELDS =
      List.of(
          "project",
          "client",
          "contact",
          "address",
          "language",
          "gender",
          "process",
          "stage",
          "promised");

  /** What an owner's mail orders. */
  sealed interface Command {
    /** A project to open. */
    record Open(ProjectOrder order) implements Command {}

    /** An order to open a project that lacks these fields, or has them wrong. */
    record Incomplete(String what) implements Command {}

    /** Nothing that is known. */
    record Unknown() implements Command {}
  }

  private OwnerCommands() {}

  static Command read(Mail mail, Language ownersLanguage) {
    var known =
        List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH).stream()
            .map(Phrases::in)
            .toList();
    if (known.stream().noneMatch(phrases -> orders(phrases, mail))) {
      return new Command.Unknown();
    }
    var fields = fields(mail.text(), known);
    var missing =
        List.of("project", "client", "address").stream()
            .filter(field -> !fields.containsKey(field))
            .toList();
    if (!missing.isEmpty()) {
      var phrases = Phrases.in(ownersLanguage);
      return new Command.Incomplete(
          missing.stream()
              .map(field -> phrases.variants("field." + field).getFirst())
              .collect(Collectors.joining(", ")));
    }
    return order(fields, known);
  }

  private static Command order(Map<String, String> fields, List<Phrases> known) {
    Optional<LocalDate> promised;
    try {
      promised = Optional.ofNullable(fields.get("promised")).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return new Command.Incomplete("\"" + fields.get("promised") + "\" (2026-03-15)");
    }
    String contact = fields.getOrDefault("contact", fields.getOrDefault("client", ""));
    return new Command.Open(
        new ProjectOrder(
            fields.getOrDefault("client", ""),
            contact,
            fields.getOrDefault("address", ""),
            Optional.ofNullable(fields.get("language"))
                .flatMap(word -> language(word, known))
                .orElse(Languages.of(contact)),
            Optional.ofNullable(fields.get("gender"))
                .flatMap(word -> gender(word, known))
                .orElse(Gender.PLURAL),
            fields.getOrDefault("project", ""),
            Optional.ofNullable(fields.get("process")),
            Optional.ofNullable(fields.get("stage")),
            promised));
  }

  /**
   * The order as it will be carried out, one field a line, in words that are read back the same.
   */
  static String written(ProjectOrder order, Language language) {
    var phrases = Phrases.in(language);
    var values = new LinkedHashMap<String, String>();
    values.put("project", order.project());
    values.put("client", order.client());
    values.put("contact", order.contact());
    values.put("address", order.address());
    values.put("language", phrases.variants("language." + order.language().tag()).getFirst());
    values.put(
        "gender",
        phrases.variants("gender." + order.gender().name().toLowerCase(Locale.ROOT)).getFirst());
    order.process().ifPresent(process -> values.put("process", process));
    order.stage().ifPresent(stage -> values.put("stage", stage));
    order.promised().ifPresent(date -> values.put("promised", date.toString()));
    return phrases.variants("command.open").getFirst()
        + "\n"
        + values.entrySet().stream()
            .map(entry ->
                phrases.variants("field." + entry.getKey()).getFirst() + ": " + entry.getValue())
            .collect(Collectors.joining("\n"));
  }

  /** Reads back what {@link #written} wrote. */
  static Command read(String written) {
    var known =
        List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH).stream()
            .map(Phrases::in)
            .toList();
    return order(fields(written, known), known);
  }

  /** Whether the words are those that {@link #written} begins with. */
  static boolean isOrderToOpen(String written) {
    String first = folded(written.lines().findFirst().orElse(""));
    return Phrases.everywhere("command.open").contains(first);
  }

  private static boolean orders(Phrases phrases, Mail mail) {
    String firstLine = mail.text().lines().findFirst().orElse("");
    return phrases.variants("command.open").stream()
        .anyMatch(
            words -> folded(mail.subject()).contains(words) || folded(firstLine).contains(words));
  }

  private static Map<String, String> fields(String text, List<Phrases> known) {
    var fields = new LinkedHashMap<String, String>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String name = folded(line.substring(0, colon));
      String value = line.substring(colon + 1).strip();
      FIELDS.stream()
          .filter(field ->
              known.stream().anyMatch(phrases -> phrases.variants("field." + field).contains(name)))
          .findFirst()
          .filter(_ -> !value.isEmpty())
          .ifPresent(field -> fields.putIfAbsent(field, value));
    }
    return fields;
  }

  private static Optional<Language> language(String word, List<Phrases> known) {
    return List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH).stream()
        .filter(language ->
            known.stream()
                .anyMatch(phrases ->
                    phrases.variants("language." + language.tag()).contains(folded(word))))
        .findFirst();
  }

  private static Optional<Gender> gender(String word, List<Phrases> known) {
    return Arrays.stream(Gender.values())
        .filter(gender ->
            known.stream()
                .anyMatch(phrases ->
                    phrases
                        .variants("gender." + gender.name().toLowerCase(Locale.ROOT))
                        .contains(folded(word))))
        .findFirst();
  }

  static String folded(String text) {
    return Spelling.fold(text).toLowerCase(Locale.ROOT).strip();
  }
}
