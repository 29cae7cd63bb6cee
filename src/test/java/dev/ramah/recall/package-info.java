@NullMarked
package dev.ramah.recall;

import org.jspecify.annotations.NullMarked;
