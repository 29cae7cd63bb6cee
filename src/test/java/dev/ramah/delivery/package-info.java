@NullMarked
package dev.ramah.delivery;

import org.jspecify.annotations.NullMarked;
