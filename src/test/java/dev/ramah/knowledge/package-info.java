@NullMarked
package dev.ramah.knowledge;

import org.jspecify.annotations.NullMarked;
