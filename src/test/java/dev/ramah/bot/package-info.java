@NullMarked
package dev.ramah.bot;

import org.jspecify.annotations.NullMarked;
