/**
 * The files of a package: the bag, its zip form, the folder it grows in, safe names. Not exported; nothing here knows
 * what a record is.
 */
package org.gongkai.export.bag;
