/** Questions and answers about policies for the public, and the list of documents that want an interpretation. */
package org.gongkai.export.interpretation;
