@NullMarked
package dev.ramah.staff;

import org.jspecify.annotations.NullMarked;
