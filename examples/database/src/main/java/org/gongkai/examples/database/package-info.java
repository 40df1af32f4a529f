/** An example: the articles of an old site, read from its database. */
package org.gongkai.examples.database;
