@NullMarked
package dev.ramah.platform;

import org.jspecify.annotations.NullMarked;
