package studio.makore.mailbox;

import java.util.List;

/** What an SMTP server said to a mail, or that it is not known what it said. */
public sealed interface SendResult {
  /**
   * The server took the mail for some of the recipients at least.
   *
   * @param reached the recipients it took the mail for
   * @param refused the others
   */
  record Accepted(List<String> reached, List<Refusal> refused) implements SendResult {}

  /** The server has not taken the mail, but may later: a 4xx answer, or no connection. */
  record Later(String reason) implements SendResult {}

  /** The server will never take the mail: a 5xx answer, in its words. */
  record Refused(String reason) implements SendResult {}

  /**
   * The connection was lost after the whole mail was handed over and before the answer came.
   *
   * @param copied whether the server had agreed to the blind copy as well
   */
  record Unknown(String reason, boolean copied) implements SendResult {}

  /** A recipient that was not taken, for good or for now, with the server's words. */
  record Refusal(String recipient, boolean permanent, String words) {
    @Override
    public String toString() {
      return recipient + ": " + words;
    }
  }
}
