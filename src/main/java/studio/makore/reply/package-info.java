/**
 * The studio's templates and the drafts made of them, each waiting under a token for an owner's
 * decision. A placeholder without a value blocks a draft; nothing here is ever made up.
 */
@NullMarked
package studio.makore.reply;

import org.jspecify.annotations.NullMarked;
