package studio.makore.project;

/**
 * One engagement of a client, walking through the stages of a process.
 *
 * @param name as the owner and the client call it
 * @param process the key of its {@code Process}
 */
public record Project(long id, long clientId, String name, String process) {}
