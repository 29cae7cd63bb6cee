@NullMarked
package dev.ramah.feedback;

import org.jspecify.annotations.NullMarked;
