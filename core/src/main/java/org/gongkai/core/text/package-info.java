/** What the lenient readers share. Not exported. */
package org.gongkai.core.text;
