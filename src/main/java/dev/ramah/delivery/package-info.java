/** What goes out to others: webhooks to the shop's programs, mail to customers. */
@NullMarked
package dev.ramah.delivery;

import org.jspecify.annotations.NullMarked;
