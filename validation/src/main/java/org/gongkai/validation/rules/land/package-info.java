/**
 * The rules of land requisition plans and projects. Not exported; add one here when it looks at several fields of one
 * record.
 */
package org.gongkai.validation.rules.land;
