/**
 * Digests of what records are known by, kept in little room, for audits over a million records. Not exported; a change
 * here is a change of memory per record.
 */
package org.gongkai.validation.key;
