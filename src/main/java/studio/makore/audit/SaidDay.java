package studio.makore.audit;

import java.time.LocalDate;

/** A day that a mail names for something to come, in the words it was said in. */
record SaidDay(LocalDate day, String words) {}
