/** Government documents (公文) and the codes that stand on them. */
package org.gongkai.core.document;
