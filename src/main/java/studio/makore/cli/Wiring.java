package studio.makore.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.desk.Desk;
import studio.makore.desk.HeldStore;
import studio.makore.desk.Openings;
import studio.makore.desk.Post;
import studio.makore.desk.Told;
import studio.makore.mail.Address;
import studio.makore.mail.MailParser;
import studio.makore.mail.MailWriter;
import studio.makore.mail.OutgoingMail;
import studio.makore.mailbox.Inbound;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.SmtpSender;
import studio.makore.mailbox.Step;
import studio.makore.project.Processes;
import studio.makore.project.ProjectStore;
import studio.makore.reading.Corrections;
import studio.makore.reading.Reader;
import studio.makore.reading.Retraining;
import studio.makore.reply.Composer;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.Templates;
import studio.makore.reply.Tokens;
import studio.makore.report.ReportWriter;
import studio.makore.report.Reporter;
import studio.makore.silence.Ledger;

/** How the rooms are put together. The rooms themselves know nothing of Spring's wiring. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
class Wiring {

  /** The rooms, wired for these settings and this clock; to be closed. */
  static ConfigurableApplicationContext open(Settings settings, Folders folders, Clock clock) {
    return open(settings, folders, clock, _ -> {});
  }

  /**
   * @param at told of each step that the mailbox room passes; only tests listen
   */
  static ConfigurableApplicationContext open(
      Settings settings, Folders folders, Clock clock, Consumer<Step> at) {
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .lazyInitialization(true)
        .properties(
            "spring.config.location=optional:classpath:/none/",
            "spring.main.log-startup-info=false")
        .initializers(context -> {
          var beans = context.getBeanFactory();
          beans.registerSingleton("settings", settings);
          beans.registerSingleton("folders", folders);
          beans.registerSingleton("clock", clock);
          beans.registerSingleton("steps", new Steps(at));
        })
        .run();
  }

  /** Who is told of the steps passed; a type of its own, so that it can be wired. */
  record Steps(Consumer<Step> at) {}

  /** Built here and not from properties, in which a password's {@code ${} would be resolved. */
  @Bean
  DataSource dataSource(Settings settings) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(settings.database().url());
    pool.setUsername(settings.database().user());
    pool.setPassword(settings.database().password());
    return pool;
  }

  @Bean
  Processes processes(Folders folders, Templates templates) {
    return Processes.read(folders.process(), templates.languages());
  }

  @Bean
  Templates templates(Folders folders) {
    return Templates.load(folders.templates());
  }

  @Bean
  Reader reader(Folders folders, Settings settings, Corrections corrections) {
    var reader = Reader.load(folders.models(), studioModels(settings));
    reader.heed(corrections.all());
    return reader;
  }

  private static Path studioModels(Settings settings) {
    return settings.data().resolve("models");
  }

  @Bean
  Corrections corrections(JdbcClient jdbc, Clock clock) {
    return new Corrections(jdbc, clock);
  }

  @Bean
  Learning learning(
      Folders folders,
      Settings settings,
      Reader reader,
      Corrections corrections,
      Desk desk,
      TransactionTemplate transactions) {
    return new Learning(
        new Retraining(folders.models(), studioModels(settings)),
        reader,
        corrections,
        transactions,
        desk::retrained);
  }

  @Bean
  Told told(JdbcClient jdbc, Tokens tokens) {
    return new Told(jdbc, tokens);
  }

  @Bean
  Tokens tokens() {
    return new Tokens(new SecureRandom());
  }

  @Bean
  ProjectStore projectStore(JdbcClient jdbc) {
    return new ProjectStore(jdbc);
  }

  @Bean
  Ledger ledger(JdbcClient jdbc) {
    return new Ledger(jdbc);
  }

  @Bean
  DraftStore draftStore(JdbcClient jdbc, Tokens tokens, Clock clock) {
    return new DraftStore(jdbc, tokens, clock);
  }

  @Bean
  QuestionStore questionStore(JdbcClient jdbc, Tokens tokens, Clock clock) {
    return new QuestionStore(jdbc, tokens, clock);
  }

  @Bean
  HeldStore heldStore(JdbcClient jdbc) {
    return new HeldStore(jdbc);
  }

  @Bean
  Openings openings(Processes processes, Templates templates, ProjectStore projects) {
    return new Openings(processes, templates.languages(), projects);
  }

  @Bean
  Composer composer(Templates templates, Tokens tokens, Clock clock, Settings settings) {
    var studio = settings.studio();
    return new Composer(
        templates,
        tokens,
        clock,
        studio.zone(),
        new Address(studio.name(), studio.address()),
        new Address("Makore", studio.botAddress()),
        studio.plusAddressing());
  }

  @Bean
  InboundStore inboundStore(
      JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Steps steps) {
    return new InboundStore(jdbc, transactions, clock, steps.at());
  }

  @Bean
  Outbox outbox(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Clock clock,
      Settings settings,
      Steps steps) {
    return new Outbox(
        jdbc,
        transactions,
        clock,
        MailWriter::write,
        new SmtpSender(settings.smtp()),
        settings.mailboxes().getFirst(),
        steps.at());
  }

  @Bean
  Post post(Outbox outbox, InboundStore inbound) {
    return new Post() {
      @Override
      public void send(OutgoingMail mail, String cause) {
        outbox.add(mail, cause);
      }

      @Override
      public boolean has(String cause) {
        return outbox.find(cause).isPresent();
      }

      @Override
      public boolean cameBack(String messageId) {
        if (!outbox.isOurs(messageId)) {
          return false;
        }
        outbox.confirm(messageId);
        return true;
      }

      @Override
      public Optional<byte[]> inbound(long inboundId) {
        return inbound.find(inboundId).map(Inbound::raw);
      }

      @Override
      public Optional<byte[]> inbound(String messageId) {
        return inbound.find(messageId).map(Inbound::raw);
      }
    };
  }

  @Bean
  Desk desk(
      Settings settings,
      Processes processes,
      Reader reader,
      Templates templates,
      Tokens tokens,
      Composer composer,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      QuestionStore questions,
      HeldStore held,
      Told told,
      Corrections corrections,
      Openings openings,
      Post post,
      Clock clock) {
    return new Desk(
        settings.studio(),
        processes,
        new Desk.Tools(
            new MailParser(),
            reader,
            templates,
            tokens,
            composer,
            projects,
            ledger,
            drafts,
            questions,
            held,
            told,
            corrections,
            openings,
            settings.window()),
        post,
        clock);
  }

  @Bean
  Reporter reporter(Settings settings, Processes processes, ProjectStore projects, Ledger ledger) {
    return new Reporter(settings.studio(), processes, projects, ledger);
  }

  @Bean
  ReportWriter reportWriter() {
    return new ReportWriter();
  }

  @Bean
  WeeklyMail weeklyMail(
      Settings settings,
      Reporter reporter,
      ReportWriter writer,
      Outbox outbox,
      Tokens tokens,
      Clock clock) {
    return new WeeklyMail(settings.studio(), reporter, writer, outbox, tokens, clock);
  }
}
