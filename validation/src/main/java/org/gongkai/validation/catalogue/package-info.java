/** Audits that hold documents against the catalogues and directories of a run, and catalogues against each other. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.catalogue;
