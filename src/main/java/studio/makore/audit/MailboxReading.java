package studio.makore.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import studio.makore.mail.MailFiles;

/**
 * Reads mailboxes on all cores, one mail after the other, and keeps an extract of each. Only so
 * many mails are held at a time that memory does not grow with the mailbox.
 */
final class MailboxReading {
  private static final int MAX_WAITING = 200;
  private static final long MAX_WAITING_BYTES = 24L * 1024 * 1024;
  private static final int FLUSH_AFTER = 500;

  private final Extractor extractor;
  private final Journal journal;
  private final Set<String> studio;
  private final Auditor.Progress progress;
  private final List<Extract> extracts = new ArrayList<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long bytes;
  private long allBytes;
  private int read;

  private record Waiting(int bytes, Future<Extract> extract) {}

  /**
   * @param studio the addresses whose mails are read as the studio's own
   */
  MailboxReading(
      Extractor extractor, Journal journal, Set<String> studio, Auditor.Progress progress) {
    this.extractor = extractor;
    this.journal = journal;
    this.studio = studio;
    this.progress = progress;
  }

  List<Extract> read(List<Path> paths) throws IOException {
    for (Path path : paths) {
      allBytes += size(path);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService cores = Executors.newFixedThreadPool(processors);
    try {
      for (Path path : paths) {
        MailFiles.read(path, (file, index, raw) -> mail(cores, file, index, raw));
      }
      while (!waiting.isEmpty()) {
        take();
      }
    } finally {
      cores.shutdownNow();
      journal.flush();
    }
    return extracts;
  }

  private void mail(ExecutorService cores, String file, int index, byte[] raw) {
    long key = Extractor.key(file, index, raw);
    Extract known = journal.known().remove(key);
    bytes += raw.length;
    if (known != null && known.ours() == studio.contains(known.from().address())) {
      extracts.add(known);
      progress.known(extracts.size(), bytes, allBytes);
      return;
    }
    waitingBytes += raw.length;
    waiting.add(
        new Waiting(raw.length, cores.submit(() -> extractor.extract(key, file, raw, studio))));
    while (waiting.size() > MAX_WAITING
        || waitingBytes > MAX_WAITING_BYTES
        || !waiting.isEmpty() && waiting.peek().extract().isDone()) {
      take();
    }
  }

  private void take() {
    Waiting next = waiting.remove();
    waitingBytes -= next.bytes();
    try {
      Extract extract = next.extract().get();
      extracts.add(extract);
      journal.add(extract);
      if (++read % FLUSH_AFTER == 0) {
        journal.flush();
      }
      progress.read(extracts.size(), bytes - waitingBytes, allBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
  }

  private static long size(Path path) throws IOException {
    var total = new long[1];
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            total[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }
        });
    return total[0];
  }
}
