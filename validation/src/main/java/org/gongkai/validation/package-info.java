/** Judges disclosure records: rules and profiles in, findings and figures out. */
package org.gongkai.validation;
