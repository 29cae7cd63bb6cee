@NullMarked
package dev.ramah.customer;

import org.jspecify.annotations.NullMarked;
