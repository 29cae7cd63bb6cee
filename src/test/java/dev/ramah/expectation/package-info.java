@NullMarked
package dev.ramah.expectation;

import org.jspecify.annotations.NullMarked;
