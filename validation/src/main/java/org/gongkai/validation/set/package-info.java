/**
 * What a whole set of records shows and no record by itself: one value nearly everywhere, bodies that are all the same. The
 * fields that are looked at stand in {@code varying.csv}, the shares in the profile.
 */
@NullMarked
package org.gongkai.validation.set;

import org.jspecify.annotations.NullMarked;
