@NullMarked
package dev.ramah.summary;

import org.jspecify.annotations.NullMarked;
