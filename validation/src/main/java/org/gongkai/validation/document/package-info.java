/**
 * Audits over the documents of a run: doubles, and relations between documents. They keep keys and digests, never a
 * record.
 */
package org.gongkai.validation.document;
