package studio.makore.reply;

import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;

/**
 * A mail that is due to a client, as the desk hands it in.
 *
 * @param cause names what makes it due, in at most 1,200 characters; there is never a second draft
 *     for one cause
 * @param causeMessageId the Message-ID of the mail that made it due, whoever wrote it
 * @param to {@code local@domain}
 * @param answered the client's mail whose thread it goes into; empty for one that opens a thread
 * @param facts the values {@code rendering} was made of
 */
public record NewDraft(
    long projectId,
    long contactId,
    TemplateName template,
    String cause,
    Optional<String> causeMessageId,
    String to,
    Language language,
    Optional<Answered> answered,
    Map<String, String> facts,
    Rendering rendering) {}
