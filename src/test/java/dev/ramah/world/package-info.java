@NullMarked
package dev.ramah.world;

import org.jspecify.annotations.NullMarked;
