package studio.makore.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import studio.makore.mailbox.InboundStore.Cursor;
import studio.makore.mailbox.InboundStore.Fetched;

/** Takes what is new in an open folder into the store, one mail after another by UID. */
final class FolderReader {
  private static final int BATCH = 50;
  private static final int MOST_TRIES = 3;
  private static final Duration WRONG_CLOCK = Duration.ofDays(1);

  private final ImapSettings settings;
  private final InboundStore store;
  private final Clock clock;
  private final int mostBytes;
  private final StopGate gate;
  private final Consumer<MailboxEvent> events;
  private final Consumer<Step> at;
  private final Map<Long, Integer> unreadable = new HashMap<>();

  FolderReader(
      ImapSettings settings,
      InboundStore store,
      Clock clock,
      int mostBytes,
      StopGate gate,
      Consumer<MailboxEvent> events,
      Consumer<Step> at) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.mostBytes = mostBytes;
    this.gate = gate;
    this.events = events;
    this.at = at;
  }

  /**
   * Reads until nothing new is there.
   *
   * @return how many mails were stored
   */
  int read(IMAPFolder folder) throws MessagingException, IOException {
    int stored = 0;
    int seen;
    do {
      // mail that arrives while we fetch is told in the fetch's answer and not again in IDLE
      seen = folder.getMessageCount();
      stored += readOnce(folder);
    } while (folder.getMessageCount() != seen);
    return stored;
  }

  private int readOnce(IMAPFolder folder) throws MessagingException, IOException {
    Cursor cursor = cursor(folder);
    List<Message> fresh = after(cursor.lastUid(), folder);
    int stored = 0;
    for (int from = 0; from < fresh.size(); from += BATCH) {
      List<Message> batch = fresh.subList(from, Math.min(from + BATCH, fresh.size()));
      var tally = new Tally();
      try {
        take(batch, folder, cursor, tally);
      } finally {
        stored += tally.stored;
        gate.pass(() -> tell(tally.event(settings.mailbox())));
      }
    }
    return stored;
  }

  private Cursor cursor(IMAPFolder folder) throws MessagingException {
    String mailbox = settings.mailbox();
    Optional<Cursor> known = gate.pass(() -> store.cursor(mailbox));
    long uidValidity = folder.getUIDValidity();
    if (known.isPresent() && known.get().uidValidity() == uidValidity) {
      return known.get();
    }
    long next = nextUid(folder);
    Cursor start =
        known
            .map(old -> new Cursor(uidValidity, 0, old.watchedSince(), next))
            .orElseGet(() -> firstStart(uidValidity, next));
    gate.pass(() -> {
      store.begin(mailbox, start);
      return known.isEmpty() || tell(new MailboxEvent.Renumbered(mailbox));
    });
    return start;
  }

  private Cursor firstStart(long uidValidity, long next) {
    return settings.fromBeginning()
        ? new Cursor(uidValidity, 0, Instant.EPOCH, 0)
        : new Cursor(uidValidity, next - 1, clock.instant(), 0);
  }

  private static long nextUid(IMAPFolder folder) throws MessagingException {
    long told = folder.getUIDNext();
    if (told > 0) {
      return told;
    }
    // a server that tells no UIDNEXT
    int count = folder.getMessageCount();
    return count == 0 ? 1 : folder.getUID(folder.getMessage(count)) + 1;
  }

  private static List<Message> after(long lastUid, IMAPFolder folder) throws MessagingException {
    List<Message> fresh = new ArrayList<>();
    for (Message message : folder.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID)) {
      // "UID FETCH 8:*" answers with the last mail even when that is number 7 (RFC 9051 §9)
      if (message != null && folder.getUID(message) > lastUid) {
        fresh.add(message);
      }
    }
    return fresh;
  }

  private void take(List<Message> batch, IMAPFolder folder, Cursor cursor, Tally tally)
      throws MessagingException, IOException {
    var wanted = new FetchProfile();
    wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    wanted.add(IMAPFolder.FetchProfileItem.SIZE);
    folder.fetch(batch.toArray(Message[]::new), wanted);
    for (Message message : batch) {
      take((IMAPMessage) message, folder.getUID(message), cursor, tally);
    }
  }

  private void take(IMAPMessage message, long uid, Cursor cursor, Tally tally)
      throws MessagingException, IOException {
    Optional<Instant> internalDate =
        Optional.ofNullable(receivedDate(message)).map(Date::toInstant);
    boolean old = uid < cursor.renewedBelow();
    if (old && isPast(internalDate, cursor)) {
      pass(uid, cursor, tally);
      return;
    }
    Optional<Fetched> mail = fetch(message, uid, cursor, internalDate);
    if (mail.isEmpty()) {
      return; // removed by someone while we read; the next mail moves the cursor past it
    }
    at.accept(Step.AFTER_FETCH);
    // a mailbox moved to another server may call all its mail received today: ask the Date as well
    if (old && isPast(mail.get().raw().date(), cursor)) {
      pass(uid, cursor, tally);
      return;
    }
    tally.count(gate.pass(() -> store.store(mail.get())));
  }

  /**
   * Older than the watch for sure, though a clock may be wrong: better an old mail than a lost one.
   */
  private static boolean isPast(Optional<Instant> date, Cursor cursor) {
    return date.map(told -> told.plus(WRONG_CLOCK))
        .filter(latest -> latest.isBefore(cursor.watchedSince()))
        .isPresent();
  }

  private void pass(long uid, Cursor cursor, Tally tally) {
    tally.past++;
    gate.pass(() -> {
      store.skip(settings.mailbox(), cursor.uidValidity(), uid);
      return true;
    });
  }

  @SuppressWarnings("NullAway") // Jakarta Mail answers null for no date
  private static Date receivedDate(IMAPMessage message) throws MessagingException {
    return message.getReceivedDate();
  }

  private Optional<Fetched> fetch(
      IMAPMessage message, long uid, Cursor cursor, Optional<Instant> internalDate)
      throws MessagingException, IOException {
    message.setPeek(true);
    try (InputStream in = message.getMimeStream()) {
      byte[] bytes = in.readNBytes(mostBytes);
      boolean cut = bytes.length == mostBytes && in.read() >= 0;
      // the server's own count can be wrong (Exchange), so it counts only for a mail that was cut
      long size = cut ? Math.max(message.getSizeLong(), bytes.length + 1L) : bytes.length;
      return Optional.of(fetched(bytes, size, uid, cursor, internalDate));
    } catch (MessagingException | IOException unread) {
      if (message.isExpunged()) {
        return Optional.empty();
      }
      if (!message.getFolder().isOpen() || unreadable.merge(uid, 1, Integer::sum) < MOST_TRIES) {
        throw unread;
      }
      byte[] standIn = standIn(uid, unread);
      return Optional.of(fetched(standIn, standIn.length + 1L, uid, cursor, internalDate));
    }
  }

  /**
   * For a mail that the server announces and cannot hand out (a damaged file): it must not keep the
   * next ones from being read, nor vanish.
   */
  private byte[] standIn(long uid, Exception unread) {
    return "X-Makore-Unreadable: %s %d: %s\r\n\r\n"
        .formatted(settings.mailbox(), uid, Sentence.of(unread))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Fetched fetched(
      byte[] bytes, long size, long uid, Cursor cursor, Optional<Instant> internalDate) {
    return new Fetched(
        settings.mailbox(),
        cursor.uidValidity(),
        uid,
        internalDate.orElseGet(clock::instant),
        new RawMail(bytes),
        size);
  }

  private boolean tell(MailboxEvent event) {
    events.accept(event);
    return true;
  }

  private static final class Tally {
    int stored;
    int known;
    int past;

    void count(boolean isNew) {
      if (isNew) {
        stored++;
      } else {
        known++;
      }
    }

    MailboxEvent event(String mailbox) {
      return new MailboxEvent.Stored(mailbox, stored, known, past);
    }
  }
}
