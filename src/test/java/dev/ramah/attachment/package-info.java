@NullMarked
package dev.ramah.attachment;

import org.jspecify.annotations.NullMarked;
