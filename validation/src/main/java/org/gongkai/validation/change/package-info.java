/**
 * What two sets of records show beside each other that follow in time, and neither by itself: a document that is gone, a figure ten
 * times what it was. What is looked at stands in {@code changing.csv}, what gives the reason for it in {@code sayings.csv}.
 */
@NullMarked
package org.gongkai.validation.change;

import org.jspecify.annotations.NullMarked;
