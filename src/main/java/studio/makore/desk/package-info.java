/**
 * Where a mail meets its project: matching, the policy table, and the one transaction that applies
 * what the policy decided. The only room that sees all the others.
 */
@NullMarked
package studio.makore.desk;

import org.jspecify.annotations.NullMarked;
