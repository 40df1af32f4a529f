/** The rules of official documents. Not exported; add one here when it looks at several fields of one document. */
package org.gongkai.validation.rules.document;
