/**
 * The studio's days: which are worked, which are holidays, and what day it is n working days from
 * another. Pure computation on dates; no clock, no time zone of its own.
 */
@NullMarked
package studio.makore.calendar;

import org.jspecify.annotations.NullMarked;
