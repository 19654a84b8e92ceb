/**
 * What a text does: the acts of a client's mail with the words that show them, and the decision an
 * owner's reply holds. Pure, given the models in {@code models/}.
 */
@NullMarked
package studio.makore.reading;

import org.jspecify.annotations.NullMarked;
