package studio.makore.reading;

/** Whose mail is read. */
public enum Speaker {
  STUDIO,
  CLIENT
}
