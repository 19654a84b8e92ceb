package studio.makore.project;

import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * A person at a client.
 *
 * @param name as she is greeted, usually the first name
 * @param address {@code local@domain}, lower case; one address belongs to one contact
 * @param language the language she is written to
 * @param gender how she is addressed
 */
public record Contact(
    long id, long clientId, String name, String address, Language language, Gender gender) {}
