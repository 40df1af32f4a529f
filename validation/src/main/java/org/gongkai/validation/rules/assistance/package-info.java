/** The rules of assistance standards. Not exported; add one here when it looks at several fields of one line. */
package org.gongkai.validation.rules.assistance;
