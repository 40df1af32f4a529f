/** Audits of registers: what shows only where all accounts of a place are seen together. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.register;
