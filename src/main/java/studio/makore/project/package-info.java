/**
 * The studio, its clients, their projects and the process they walk through. A project's state is
 * computed from its append-only timeline; every event names the mail or person that caused it.
 */
@NullMarked
package studio.makore.project;

import org.jspecify.annotations.NullMarked;
