/** What each body has to do in a year, and the audit of bodies by year by obligation. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.obligation;
