@NullMarked
package dev.ramah.language;

import org.jspecify.annotations.NullMarked;
