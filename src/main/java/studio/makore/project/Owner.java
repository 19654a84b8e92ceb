package studio.makore.project;

import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * A person of the studio who may command the bot and approve drafts.
 *
 * @param name as she signs her mails
 * @param address {@code local@domain}, lower case
 * @param language the language Makore writes to her in
 * @param gender how she speaks of herself in the mails that go out in her name
 */
public record Owner(String name, String address, Language language, Gender gender) {}
