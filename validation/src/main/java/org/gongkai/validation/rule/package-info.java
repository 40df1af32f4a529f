/**
 * What is known of each rule: code, severity, clause, evidence and texts, all from {@code rules.json}. A code is never
 * renamed; the pages about rules are generated from here.
 */
package org.gongkai.validation.rule;
