/**
 * Looks back at a past mailbox: who the studio and its clients are, which mails belong together,
 * each time a client had to ask and the silence behind it. Reads only, and needs nothing
 * configured.
 */
@NullMarked
package studio.makore.audit;

import org.jspecify.annotations.NullMarked;
