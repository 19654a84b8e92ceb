package studio.makore.project;

/** Whose turn it is. */
public enum Court {
  STUDIO,
  CLIENT
}
