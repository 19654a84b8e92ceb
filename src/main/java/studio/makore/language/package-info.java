/**
 * What has to be known about Hebrew, Arabic and English: which one a text is written in, its
 * sentences, its spelling variants, the dates it names in words, and how to write dates, gender and
 * mixed directions back. All phrases live in resource files by language.
 */
@NullMarked
package studio.makore.language;

import org.jspecify.annotations.NullMarked;
