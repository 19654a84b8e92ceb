package studio.makore.reading;

/**
 * One act of a mail.
 *
 * @param confidence 0 to 1, calibrated on training sentences the model had not seen
 * @param evidence the sentence that carries the act, exactly as it stands in the mail or its
 *     subject
 */
public record ReadAct(Act act, double confidence, String evidence) {}
