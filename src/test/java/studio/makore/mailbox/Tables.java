package studio.makore.mailbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.Database;

/** The tables of this room in a database, and a clock beside them. */
record Tables(JdbcClient jdbc, TransactionTemplate transactions, TestClock clock) {
  private static final Map<Database, DataSource> MADE = new ConcurrentHashMap<>();

  Tables(DataSource dataSource) {
    this(
        JdbcClient.create(dataSource),
        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
        new TestClock());
  }

  /** The room's one database of that kind, emptied; making one takes a second. */
  static Tables empty(Database database) {
    var tables = new Tables(MADE.computeIfAbsent(database, Database::fresh));
    for (String table : new String[] {"inbound", "mailbox_cursor", "outbox"}) {
      tables.jdbc.sql("delete from " + table).update();
    }
    tables.jdbc.sql("drop table if exists answer").update();
    tables.jdbc.sql("create table answer (words varchar not null)").update();
    return tables;
  }

  InboundStore inbound() {
    return inbound(step -> {});
  }

  InboundStore inbound(Consumer<Step> at) {
    return new InboundStore(jdbc, transactions, clock, at);
  }
}
