/**
 * The rules of decision catalogues, consultations and evaluations. Not exported; add one here when it looks at several
 * fields of one record.
 */
package org.gongkai.validation.rules.decision;
