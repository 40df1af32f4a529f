/**
 * What the rules of all kinds share: the hearing that takes findings, the elements of a kind, numbers of persons; and their texts
 * as message bundles. Not exported; a kind keeps its own rules in a room below this one.
 */
package org.gongkai.validation.rules;
