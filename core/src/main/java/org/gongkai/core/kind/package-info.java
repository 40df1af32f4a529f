/**
 * What a kind of record is: its code, names, rules, fields and how it is kept private, described once and asked by every
 * other module. A new kind is a line in {@code kinds.csv} and the labels in its own room; nothing here knows one by name.
 */
package org.gongkai.core.kind;
