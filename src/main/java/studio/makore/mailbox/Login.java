package studio.makore.mailbox;

import java.util.function.Supplier;

/** Who signs in at a mail server, and with what. The secret never shows in {@link #toString}. */
public sealed interface Login {
  String user();

  /** What is handed to the server now; a token may be another one at each call. */
  String secret();

  /** A user name with a password or an app password. */
  record Password(String user, String password) implements Login {
    @Override
    public String secret() {
      return password;
    }

    @Override
    public String toString() {
      return "Password[" + user + "]";
    }
  }

  /**
   * XOAUTH2, as Gmail and Microsoft 365 want it.
   *
   * @param accessToken asked at each sign-in, so it gives a fresh token when the last one expired
   */
  record OAuth(String user, Supplier<String> accessToken) implements Login {
    @Override
    public String secret() {
      return accessToken.get();
    }

    @Override
    public String toString() {
      return "OAuth[" + user + "]";
    }
  }
}
