/** The rules of catalogues, directories and the units that serve the public. */
@org.jspecify.annotations.NullMarked
package org.gongkai.validation.rules.catalogue;
