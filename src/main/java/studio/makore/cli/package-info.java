/** The commands. Uses every room; no room uses it. */
@NullMarked
package studio.makore.cli;

import org.jspecify.annotations.NullMarked;
