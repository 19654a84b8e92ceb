package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.Database;
import studio.makore.language.Gender;
import studio.makore.language.Language;

class ProjectStoreTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
  private static final Process WEBSITE =
      Processes.read(
              Path.of("templates/process.yml"),
              Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH))
          .find("website")
          .orElseThrow();

  @ParameterizedTest
  @EnumSource
  void a_project_is_opened_once_under_its_name(Database database) {
    var store = store(database);
    var bakery = store.client("Bakery");

    var project = open(store, "Bakery site");

    assertThat(store.client("Bakery")).isEqualTo(bakery);
    assertThat(store.project("bakery SITE")).contains(project);
    assertThat(store.projectsOf(bakery.id())).containsExactly(project);
    assertThatThrownBy(() -> open(store, "Bakery Site"))
        .hasMessage("a project \"Bakery Site\" is already there");
  }

  @ParameterizedTest
  @EnumSource
  void an_address_belongs_to_one_client_whatever_its_case(Database database) {
    var store = store(database);
    var dalia =
        store.addContact(
            store.client("Bakery"),
            "Dalia",
            "Dalia@Bakery.example",
            Language.HEBREW,
            Gender.FEMININE);

    assertThat(store.contact("DALIA@bakery.example")).contains(dalia);
    assertThat(store.contactsNamed("dalia")).containsExactly(dalia);
    assertThatThrownBy(() ->
            store.addContact(
                store.client("Garage"),
                "Dalia",
                "dalia@bakery.example",
                Language.HEBREW,
                Gender.FEMININE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_event_comes_back_as_it_was_written(Database database) {
    var store = store(database);
    var project = open(store, "Bakery site");
    List<ProjectEvent> events =
        List.of(
            new ProjectEvent.StageEntered("sketch"),
            new ProjectEvent.CourtTurned(Court.CLIENT),
            new ProjectEvent.Promised(Court.STUDIO, "הסקיצה", LocalDate.of(2026, 3, 12)),
            new ProjectEvent.PromiseKept("הסקיצה"),
            new ProjectEvent.ClientWrote(List.of("STATUS_INQUIRY"), "מה קורה?"),
            new ProjectEvent.ClientHeard("Re: האתר", "<a@x.example>"),
            new ProjectEvent.NotArrived("<a@x.example>", "dalia@bakery.example", "full"),
            new ProjectEvent.Approved("sketch-review", "مبروك، موافقين"),
            new ProjectEvent.ChangesRequested("sketch-review", "the blue is too dark"),
            new ProjectEvent.MaterialsReceived(List.of("logo.png")),
            new ProjectEvent.Rejected("sketch-review", "no"),
            new ProjectEvent.Paused("holidays"),
            new ProjectEvent.Resumed(),
            new ProjectEvent.Closed("launched"),
            new ProjectEvent.Adopted(),
            new ProjectEvent.Paid(1),
            new ProjectEvent.ContractSigned(),
            new ProjectEvent.DepositPaid(),
            new ProjectEvent.Presented("sketch-review", 2),
            new ProjectEvent.CallSet(LocalDateTime.of(2026, 3, 4, 10, 30), 30),
            new ProjectEvent.CallHeld("the blue stays"),
            new ProjectEvent.Phoned("when is it ready?", true),
            new ProjectEvent.MaterialsAsked(List.of("logo"), LocalDate.of(2026, 3, 9)),
            new ProjectEvent.UpdateSent(
                Update.MIDWAY,
                "midway:build:2026-03-02",
                Optional.of(LocalDate.of(2026, 3, 12)),
                "<u@x.example>"),
            new ProjectEvent.UpdateSent(
                Update.AFTER_END, "after-end", Optional.empty(), "<v@x.example>"),
            new ProjectEvent.DocumentIssued(
                1, Map.of("build", LocalDate.of(2026, 4, 1)), "<d@x.example>"),
            new ProjectEvent.ParametersChanged("two more languages", 3),
            new ProjectEvent.HandedOver(1, 2),
            new ProjectEvent.Noted("she is never on time"),
            new ProjectEvent.Undone(7));

    events.forEach(event -> store.append(project.id(), TUESDAY, event, "<m@x.example>"));

    var timeline = store.timeline(project.id());
    assertThat(timeline)
        .extracting(TimelineEntry::event)
        .endsWith(events.toArray(ProjectEvent[]::new));
    assertThat(timeline.getLast().at()).isEqualTo(TUESDAY);
    assertThat(timeline.getLast().by()).isEqualTo("<m@x.example>");
    assertThat(events.stream().map(Object::getClass).distinct())
        .as("each kind of event is shown here")
        .containsExactlyInAnyOrder((Class<?>[]) ProjectEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @EnumSource
  void a_reply_finds_the_project_of_the_latest_mail_it_refers_to(Database database) {
    var store = store(database);
    var bakery = open(store, "Bakery site");
    var shop = open(store, "Bakery shop");
    store.rememberThread("<1@x.example>", bakery.id());
    store.rememberThread("<2@x.example>", shop.id());
    store.rememberThread("<1@x.example>", shop.id());

    assertThat(store.threadProject(List.of("<1@x.example>", "<9@x.example>")))
        .contains(bakery.id());
    assertThat(store.threadProject(List.of("<1@x.example>", "<2@x.example>"))).contains(shop.id());
    assertThat(store.threadProject(List.of("<9@x.example>"))).isEmpty();
    assertThat(store.threadProject(List.of())).isEmpty();
  }

  private static ProjectStore store(Database database) {
    return new ProjectStore(JdbcClient.create(database.fresh()));
  }

  private static Project open(ProjectStore store, String name) {
    return store.open(store.client("Bakery"), name, WEBSITE, WEBSITE.first(), MONDAY, "owner");
  }
}
