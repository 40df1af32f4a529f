/** What differs between two packages, and packages put together from a full one and deltas. */
package org.gongkai.export.delta;
