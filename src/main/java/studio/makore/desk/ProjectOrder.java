package studio.makore.desk;

import java.time.LocalDate;
import java.util.Optional;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * What is needed to open a project.
 *
 * @param client the customer's name; made when there is none of that name
 * @param contact the person there, as she is greeted
 * @param address of the contact
 * @param process the key of a process; the first of the file when empty
 * @param stage the key of the stage it is in now; the first of the process when empty
 * @param promised the day the client was told the current stage's result is ready
 */
public record ProjectOrder(
    String client,
    String contact,
    String address,
    Language language,
    Gender gender,
    String project,
    Optional<String> process,
    Optional<String> stage,
    Optional<LocalDate> promised) {}
