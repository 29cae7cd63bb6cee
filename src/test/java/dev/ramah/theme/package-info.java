/** Whether what customers complain about is put together as people would, and stays so. */
@NullMarked
package dev.ramah.theme;

import org.jspecify.annotations.NullMarked;
