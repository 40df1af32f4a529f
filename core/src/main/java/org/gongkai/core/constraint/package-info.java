/** The constraints that stand on the components of the canonical types, beside those of Jakarta Validation. */
package org.gongkai.core.constraint;
