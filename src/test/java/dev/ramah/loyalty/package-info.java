@NullMarked
package dev.ramah.loyalty;

import org.jspecify.annotations.NullMarked;
