@NullMarked
package dev.ramah.insight;

import org.jspecify.annotations.NullMarked;
