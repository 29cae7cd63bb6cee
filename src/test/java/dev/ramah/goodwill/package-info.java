@NullMarked
package dev.ramah.goodwill;

import org.jspecify.annotations.NullMarked;
