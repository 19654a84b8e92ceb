package studio.makore.project;

/** A customer of the studio. */
public record Client(long id, String name) {}
