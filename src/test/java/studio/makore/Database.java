package studio.makore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The databases every store's tests run on, each with the one set of migrations applied. */
public enum Database {
  H2 {
    @Override
    String newUrl() {
      return "jdbc:h2:mem:makore-" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    }
  },
  POSTGRESQL {
    @Override
    String newUrl() {
      String name = "makore" + COUNT.incrementAndGet();
      try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("cannot create the test database " + name, e);
      }
      return Postgres.SERVER.getJdbcUrl("postgres", name);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  abstract String newUrl();

  /** An empty, migrated database of its own for each call. */
  public DataSource fresh() {
    var dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(newUrl());
    dataSource.setMaximumPoolSize(4);
    Flyway.configure().dataSource(dataSource).load().migrate();
    return dataSource;
  }

  /** One server for the whole JVM, started when the first test asks for it. */
  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }
  }
}
