/** Writes the notices that a district must put out from its records. */
package org.gongkai.cli.notice;
