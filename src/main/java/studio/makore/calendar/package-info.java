/**
 * The studio's days: which are worked, which are holidays, what day it is n working days from
 * another, and when mails may go out. Pure computation; no clock, no time zone of its own.
 */
@NullMarked
package studio.makore.calendar;

import org.jspecify.annotations.NullMarked;
