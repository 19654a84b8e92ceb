package studio.makore.audit;

/** What a mail of the studio's own does, as far as an audit needs to know. */
enum Gesture {
  /** Hands something over for the client to look at: it is the client's turn. */
  PRESENTS,
  /** Says that something is done. */
  DELIVERS,
  /** Asks the client for something: it is the client's turn. */
  ASKS,
  /** Says that a day will not hold. */
  DELAYS,
  /** Says where the work stands. */
  TELLS,
  /** Speaks of a meeting or of money. */
  ASIDE
}
