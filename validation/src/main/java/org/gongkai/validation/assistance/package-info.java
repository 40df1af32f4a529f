/** How amounts of assistance standards hang together: the ratios of dynamic adjustment (动态调整机制), as data. */
package org.gongkai.validation.assistance;
