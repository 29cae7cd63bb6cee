@NullMarked
package dev.ramah.routing;

import org.jspecify.annotations.NullMarked;
