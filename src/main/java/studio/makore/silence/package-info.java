/**
 * The ledger of silence: every status inquiry with what caused it and the update that would have
 * prevented it. An inquiry is the studio's miss, never the client's fault.
 */
@NullMarked
package studio.makore.silence;

import org.jspecify.annotations.NullMarked;
