@NullMarked
package dev.ramah.replies;

import org.jspecify.annotations.NullMarked;
