/** What every room stands on and that knows nothing of chat: clock, database start-up, errors, health. */
@NullMarked
package dev.ramah.platform;

import org.jspecify.annotations.NullMarked;
