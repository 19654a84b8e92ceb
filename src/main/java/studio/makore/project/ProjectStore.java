package studio.makore.project;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients, contacts, projects and their timelines. Every method joins the caller's transaction.
 * Addresses are compared without case.
 */
public final class ProjectStore {
  private static final Map<String, Class<?>> EVENT_TYPES =
      Arrays.stream(ProjectEvent.class.getPermittedSubclasses())
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  public ProjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The client of that name, made when there is none. */
  public Client client(String name) {
    return jdbc.sql("select id, name from client where name = :name")
        .param("name", name)
        .query(Client.class)
        .optional()
        .orElseGet(() ->
            new Client(insert("insert into client (name) values (:name)", "name", name), name));
  }

  /**
   * Adds a contact to a client.
   *
   * @throws IllegalArgumentException when the address already is another client's
   */
  public Contact addContact(
      Client client, String name, String address, Language language, Gender gender) {
    var known = contact(address);
    if (known.isPresent()) {
      if (known.get().clientId() != client.id()) {
        throw new IllegalArgumentException(
            "%s is already a contact of another client".formatted(address));
      }
      return known.get();
    }
    String lower = address.toLowerCase(Locale.ROOT);
    long id =
        insert(
            """
            insert into contact (client_id, name, address, language, gender)
            values (:client, :name, :address, :language, :gender)
            """,
            "client",
            client.id(),
            "name",
            name,
            "address",
            lower,
            "language",
            language.tag(),
            "gender",
            gender.name());
    return new Contact(id, client.id(), name, lower, language, gender);
  }

  public Optional<Contact> contact(String address) {
    return contacts("where address = :key", address.toLowerCase(Locale.ROOT)).stream().findFirst();
  }

  public Optional<Contact> contact(long id) {
    return contacts("where id = :key", id).stream().findFirst();
  }

  /**
   * The contacts of that name, compared without case: what a forwarded chat names its writer by.
   */
  public List<Contact> contactsNamed(String name) {
    return contacts("where lower(name) = :key", name.strip().toLowerCase(Locale.ROOT));
  }

  /** The contacts of a client, the first one added first. */
  public List<Contact> contactsOf(long clientId) {
    return contacts("where client_id = :key", clientId);
  }

  private List<Contact> contacts(String where, Object key) {
    return jdbc.sql(
            "select id, client_id, name, address, language, gender from contact "
                + where
                + " order by id")
        .param("key", key)
        .query((row, _) ->
            new Contact(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getString("name"),
                row.getString("address"),
                new Language(row.getString("language")),
                Gender.valueOf(row.getString("gender"))))
        .list();
  }

  public Optional<Client> clientById(long id) {
    return jdbc.sql("select id, name from client where id = :id")
        .param("id", id)
        .query(Client.class)
        .optional();
  }

  /**
   * Opens a project in a stage of its process.
   *
   * @throws IllegalArgumentException when a project of that name is there already
   */
  public Project open(
      Client client, String name, Process process, Stage stage, Instant at, String by) {
    if (project(name).isPresent()) {
      throw new IllegalArgumentException("a project \"%s\" is already there".formatted(name));
    }
    long id =
        insert(
            "insert into project (client_id, name, process) values (:client, :name, :process)",
            "client",
            client.id(),
            "name",
            name,
            "process",
            process.key());
    append(id, at, new ProjectEvent.StageEntered(stage.key()), by);
    return new Project(id, client.id(), name, process.key());
  }

  public Optional<Project> project(long id) {
    return projects("where id = :key", id).stream().findFirst();
  }

  /** The project of that name, compared without case. */
  public Optional<Project> project(String name) {
    return projects("where lower(name) = :key", name.strip().toLowerCase(Locale.ROOT)).stream()
        .findFirst();
  }

  public List<Project> projectsOf(long clientId) {
    return projects("where client_id = :key", clientId);
  }

  /** Every project, in the order in which they were opened. */
  public List<Project> projects() {
    return projects("where id > :key", 0L);
  }

  private List<Project> projects(String where, Object key) {
    return jdbc.sql("select id, client_id, name, process from project " + where + " order by id")
        .param("key", key)
        .query(Project.class)
        .list();
  }

  /** Writes an event down at the end of a project's timeline. */
  public void append(long projectId, Instant at, ProjectEvent event, String by) {
    jdbc.sql(
            """
            insert into timeline (project_id, at, type, event, caused_by)
            values (:project, :at, :type, :event, :by)
            """)
        .param("project", projectId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("type", event.getClass().getSimpleName())
        .param("event", JSON.writeValueAsString(event))
        .param("by", by)
        .update();
  }

  /** A project's timeline, oldest first. */
  public List<TimelineEntry> timeline(long projectId) {
    return jdbc.sql(
            "select id, at, type, event, caused_by from timeline where project_id = :project order by id")
        .param("project", projectId)
        .query((row, _) ->
            new TimelineEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                event(row.getString("type"), row.getString("event")),
                row.getString("caused_by")))
        .list();
  }

  /** The number of the newest entry of a project's timeline: as long as it stays, so does all. */
  public long lastEntry(long projectId) {
    return jdbc.sql("select max(id) from timeline where project_id = :project")
        .param("project", projectId)
        .query(Long.class)
        .single();
  }

  /** The number of the newest entry of all timelines; 0 while there is none. */
  public long lastEntry() {
    return jdbc.sql("select coalesce(max(id), 0) from timeline").query(Long.class).single();
  }

  /** The number of the newest entry of each project's timeline. */
  public Map<Long, Long> lastEntries() {
    return jdbc
        .sql("select project_id, max(id) from timeline group by project_id")
        .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ProjectEvent event(String type, String json) {
    var recordClass = EVENT_TYPES.get(type);
    if (recordClass == null) {
      throw new IllegalStateException("the timeline holds an event of unknown type " + type);
    }
    return (ProjectEvent) JSON.readValue(json, recordClass);
  }

  /** Remembers that a mail belongs to a project; a mail already known stays where it is. */
  public void rememberThread(String messageId, long projectId) {
    if (threadProject(List.of(messageId)).isEmpty()) {
      jdbc.sql("insert into thread (message_id, project_id) values (:id, :project)")
          .param("id", messageId)
          .param("project", projectId)
          .update();
    }
  }

  /** The project that the last of these mails, as far as known, belongs to. */
  public Optional<Long> threadProject(Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> known =
        jdbc
            .sql("select message_id, project_id from thread where message_id in (:ids)")
            .param("ids", messageIds)
            .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return messageIds.stream()
        .filter(known::containsKey)
        .reduce((_, later) -> later)
        .map(known::get);
  }

  private long insert(String sql, Object... namesAndValues) {
    var statement = jdbc.sql(sql);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      statement = statement.param((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    var key = new GeneratedKeyHolder();
    statement.update(key, "id");
    return java.util.Objects.requireNonNull(key.getKeyAs(Long.class));
  }
}
