/** What is wrong with JSON that is no record, in words for people. */
package org.gongkai.validation.json;
