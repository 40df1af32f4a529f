/**
 * Where a package comes from and what belongs to it: a detached signature, and the proof that one record is in a package
 * without the rest.
 */
package org.gongkai.export.proof;
