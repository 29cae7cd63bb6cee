@NullMarked
package dev.ramah.desk;

import org.jspecify.annotations.NullMarked;
