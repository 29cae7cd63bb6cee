/** What satisfaction means in numbers, and who answers those who were unhappy. */
@NullMarked
package dev.ramah.feedback;

import org.jspecify.annotations.NullMarked;
