/** The rules of sites, accounts, error reports and corners. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.rules.register;
