/**
 * The grammar of notices: running text taken apart into sentences and signs, so that the room of each kind reads values from it.
 *
 * <p>A {@code Sentence} knows where each of its characters stands in the source; {@code Scanner} finds numbers, days and the
 * words of a {@code Vocabulary} in one pass; {@code NoticeAccount} holds what was read from which words, and tells what was left
 * unread. Which words a kind knows stands in the tables of its room.
 */
package org.gongkai.ingest.grammar;
