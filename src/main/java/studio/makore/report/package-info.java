/**
 * What the owner reads once a week: inquiries caused by silence, per project, against the weeks
 * before, as text and as HTML.
 */
@NullMarked
package studio.makore.report;

import org.jspecify.annotations.NullMarked;
