@NullMarked
package dev.ramah.survey;

import org.jspecify.annotations.NullMarked;
