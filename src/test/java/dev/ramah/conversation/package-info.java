@NullMarked
package dev.ramah.conversation;

import org.jspecify.annotations.NullMarked;
