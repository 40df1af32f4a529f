/**
 * Which rules run, how severely, and by which lists, as data files that a site can replace. Nothing here looks at a
 * record.
 */
package org.gongkai.validation.profile;
