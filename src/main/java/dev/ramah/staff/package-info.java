/** The people who work here: accounts, roles, teams and their sessions. */
@NullMarked
package dev.ramah.staff;

import org.jspecify.annotations.NullMarked;
