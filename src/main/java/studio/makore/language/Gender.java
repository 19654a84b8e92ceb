package studio.makore.language;

/**
 * How a person is addressed or speaks, in languages where verbs and pronouns say it. {@code PLURAL}
 * is also the polite choice where it is not known.
 */
public enum Gender {
  FEMININE,
  MASCULINE,
  PLURAL
}
