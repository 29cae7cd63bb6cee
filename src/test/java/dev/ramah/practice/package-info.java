/** How rehearsals are tried. */
@NullMarked
package dev.ramah.practice;

import org.jspecify.annotations.NullMarked;
